using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>A whole search.</summary>
[Parallelizable]
public sealed class TuneCommandTests
{
    private const string Manifest =
        """
        { "name": "small", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar", "length": 2 } ],
          "optimizer": { "type": "rmsprop", "learningRate": 1e-3 }, "training": { "batch": 50, "updates": 900 },
          "evaluation": { "samples": 500, "gridResolution": 40, "figureResolution": 10 }, "seeds": 2,
          "search": { "flow.0.length": [ 1, 2, 4 ], "optimizer.learningRate": { "min": 1e-4, "max": 1e-2, "scale": "log" } } }
        """;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void WriteManifest()
    {
        _folder = new TemporaryFolder();
        File.WriteAllText(_folder.In("m.json"), Manifest);
    }

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void The_winner_is_the_best_of_the_last_rung_and_its_manifest_gives_its_number_again()
    {
        Search();
        (int code, string output, string error) = FlowLabProcess.Run("tune", "--resume", _folder.In("search"));
        Assert.That((code, error), Is.EqualTo((0, "")), output);
        IReadOnlyList<string>[] records = [.. CsvRecords.Parse(File.ReadAllText(_folder.In("search/tune.csv")))];
        List<string> header = [.. records[0]];
        double Mean(IReadOnlyList<string> record) => double.Parse(record[header.IndexOf("mean")], System.Globalization.CultureInfo.InvariantCulture);
        IReadOnlyList<string>[] OfRung(string rung) => [.. records.Skip(1).Where(record => record[header.IndexOf("rung")] == rung)];
        IReadOnlyList<string> winner = OfRung("2").MinBy(Mean)!;
        Assert.Multiple(() =>
        {
            Assert.That(OfRung("0"), Has.Length.EqualTo(9));
            Assert.That(OfRung("1").Select(record => record[0]), Is.SupersetOf(OfRung("0").OrderBy(Mean).Take(3).Select(record => record[0])));
            Assert.That(OfRung("2").Select(record => record[0]), Does.Contain(OfRung("1").MinBy(Mean)![0]));
            Assert.That(output, Does.Contain($"winner: trial {winner[0]},").And.Contain("what mattered: "));
            Assert.That(File.ReadAllText(_folder.In("search/tune.svg")), Does.StartWith("<svg").And.Contain("rung 0"));
            Assert.That(File.Exists(_folder.In("search/tune.pdf")) && File.Exists(_folder.In("search/tune.png")));
        });
        Assert.That(FlowLabProcess.Run("run", _folder.In("search/winner.json"), "--out", _folder.In("again")).Code, Is.Zero);
        using RunStore store = RunStore.OpenForReading(RunFolder.Open(_folder.In("again")));
        Assert.That(store.Read().Cells.Single().Metrics.Where(value => value.Metric.Name == "kl").Average(value => value.Value), Is.EqualTo(Mean(winner)));
    }

    [Test]
    public void A_search_that_lost_its_second_half_ends_as_it_did()
    {
        Search();
        string table = File.ReadAllText(_folder.In("search/tune.csv"));
        Assert.That(FlowLabProcess.Run("tune", _folder.In("m.json"), "--trials", "9", "--out", _folder.In("search")).Error, Does.StartWith("FLR073 "), "a search is not begun over another one");
        string state = File.ReadAllText(_folder.In("search/tune.json"));
        File.WriteAllText(_folder.In("search/tune.json"), WithoutWavesAfterFirst(state));
        foreach (string run in Directory.GetDirectories(_folder.In("search")).Where(run => !run.EndsWith("wave-0", StringComparison.Ordinal)))
            Directory.Delete(run, recursive: true);
        File.Delete(_folder.In("search/tune.csv"));
        (int code, string output, string error) = FlowLabProcess.Run("tune", "--resume", _folder.In("search"));
        Assert.That((code, error), Is.EqualTo((0, "")), output);
        Assert.That(File.ReadAllText(_folder.In("search/tune.csv")), Is.EqualTo(table));
    }

    [Test]
    public void A_value_that_no_cell_can_have_is_refused_with_its_place()
    {
        File.WriteAllText(_folder.In("m.json"), Manifest.Replace("[ 1, 2, 4 ]", "[ -1, -2 ]", StringComparison.Ordinal));
        (int code, _, string error) = FlowLabProcess.Run("tune", _folder.In("m.json"), "--trials", "2", "--out", _folder.In("search"));
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("flow[0].length"));
    }

    [TestCase("FLR076", "--metric", "grid_mass")]
    [TestCase("FLR072", "--resume", "nowhere")]
    [TestCase("FLR075", "--budget", "soon")]
    public void What_makes_no_sense_is_refused(string number, string option, string value)
    {
        (int code, _, string error) = FlowLabProcess.Run("tune", _folder.In("m.json"), option, value);
        Assert.That((code, error.Contains(number, StringComparison.Ordinal)), Is.EqualTo((2, true)), error);
    }

    private void Search() =>
        Assert.That(FinishedRuns.Copy(nameof(TuneCommandTests), _folder.In("search"), folder => FlowLabProcess.Run("tune", _folder.In("m.json"), "--trials", "9", "--out", folder).Code), Is.Zero);

    private static string WithoutWavesAfterFirst(string state)
    {
        var json = (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(state)!;
        json["waves"] = new System.Text.Json.Nodes.JsonArray(json["waves"]![0]!.DeepClone());
        return json.ToJsonString();
    }
}
