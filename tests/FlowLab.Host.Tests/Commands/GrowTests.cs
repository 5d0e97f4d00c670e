using System.Globalization;
using FlowLab.Host.Commands;
using FlowLab.Host.Exports;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Flows of length "auto".</summary>
public sealed class GrowTests
{
    private const string Manifest =
        """
        { "name": "grown", "target": { "type": "energy", "name": "U2" }, "flow": [ { "type": "planar", "length": "auto" } ],
          "optimizer": { "type": "adam", "learningRate": 0.02 }, "training": { "batch": 200, "updates": 250, "checkpointEvery": 100 },
          "evaluation": { "samples": 2000, "gridResolution": 40, "figureResolution": 10 }, "seeds": 3 }
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
    public void A_flow_grows_as_long_as_a_layer_is_worth_more_than_its_error_and_goes_on_after_an_interruption()
    {
        (int code, string output, string error) = Flowlab("tune", _folder.In("m.json"), "--max-length", "3", "--out", _folder.In("g"));
        Assert.That((code, error), Is.EqualTo((0, "")), output);
        IReadOnlyList<string>[] records = [.. CsvRecords.Parse(File.ReadAllText(_folder.In("g/grow.csv")))];
        Assert.That(records[0], Is.EqualTo(new[] { "length", "updates", "metric", "mean", "improvement", "error", "seeds" }));
        int chosen = Check(records);
        Assert.Multiple(() =>
        {
            Assert.That(output, Does.Contain($"length {chosen}: "));
            Assert.That(File.ReadAllText(_folder.In("g/winner.json")), Does.Contain($"\"length\": {chosen}").And.Not.Contain("auto").And.Not.Contain("initialScale"));
            Assert.That(Read("length-2").Events.Select(entry => entry.Message), Has.Some.EqualTo("begun from 1 trained layers and a new one at the identity"));
            Assert.That(Read($"length-{chosen}").Events.Select(entry => entry.Message), Has.Some.StartsWith($"length {chosen} was chosen: "));
        });

        string table = File.ReadAllText(_folder.In("g/grow.csv"));
        foreach (string later in Directory.GetDirectories(_folder.In("g")).Where(run => !run.EndsWith("length-1", StringComparison.Ordinal)))
            Directory.Delete(later, recursive: true);
        string state = File.ReadAllText(_folder.In("g/grow.json"));
        var json = (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(state)!;
        (json["seconds"], json["chosen"], json["reason"]) = (new System.Text.Json.Nodes.JsonArray(1.0), 0, "");
        File.WriteAllText(_folder.In("g/grow.json"), json.ToJsonString());
        File.Delete(_folder.In("g/grow.csv"));
        Assert.That(Flowlab("tune", "--resume", _folder.In("g")).Code, Is.Zero);
        Assert.That(File.ReadAllText(_folder.In("g/grow.csv")), Is.EqualTo(table));
        Assert.That(Flowlab("tune", _folder.In("m.json"), "--out", _folder.In("g")).Error, Does.StartWith("FLR073 "));
    }

    /// <summary>Recomputes improvements and errors from the runs; gives the length that has to have been chosen.</summary>
    private int Check(IReadOnlyList<string>[] records)
    {
        int chosen = 1;
        for (int length = 2; length < records.Length; length++)
        {
            double[] gains = [.. Losses(length - 1).Zip(Losses(length), (before, after) => before - after)];
            double mean = gains.Average(), error = Math.Sqrt(gains.Sum(gain => (gain - mean) * (gain - mean)) / 2 / 3);
            Assert.That((double[])[Number(records[length][4]), Number(records[length][5])], Is.EqualTo((double[])[mean, error]).Within(1e-12));
            Assert.That(length == records.Length - 1 || mean > error, Is.True, "it stops where a layer is not worth it");
            chosen = mean > error ? length : length - 1;
        }
        Assert.That(records, Has.Length.InRange(3, 4));
        return chosen;
    }

    /// <summary>The parameters of the inference network for a new layer begin so that it is the identity for every point: otherwise FLR105 would end the growth.</summary>
    [Test]
    public void The_posterior_of_a_latent_model_grows_and_so_do_flows_with_networks()
    {
        using (FileStream file = File.Create(_folder.In("bars.npy")))
            NpyArray.Of("bars", [.. Enumerable.Range(0, 200 * 16).Select(index => index % 4 < index / 16 % 4 ? 0.9f : 0.1f)], 200, 4, 4).WriteTo(file);
        File.WriteAllText(_folder.In("latent.json"), $$"""
            { "name": "bars", "target": { "type": "dataset", "name": "npy", "path": "{{_folder.In("bars.npy").Replace('\\', '/')}}", "binarization": "static" },
              "flow": [ { "type": "planar", "length": "auto" } ], "model": { "latents": [2], "encoder": { "hidden": 8, "depth": 1 }, "decoder": { "hidden": 8, "depth": 1 } },
              "optimizer": { "type": "adam", "learningRate": 0.01 }, "training": { "batch": 20, "updates": 60 }, "evaluation": { "importanceSamples": 20 }, "seeds": 2 }
            """);
        (int code, string output, string error) = Flowlab("tune", _folder.In("latent.json"), "--max-length", "2", "--out", _folder.In("g"));
        Assert.That((code, error), Is.EqualTo((0, "")), output);
        Assert.That(output, Does.Contain("length 2: test_bound "));
        (code, output, error) = Flowlab("tune", _folder.In("m.json"), "--set", "flow.0.type=real-nvp", "--set", "training.updates=40", "--max-length", "2", "--metric", "kl", "--out", _folder.In("n"));
        Assert.That((code, error), Is.EqualTo((0, "")), output);
        Assert.That(output, Does.Contain("length 2: kl "));
    }

    [TestCase("FLR105 layers of nice do not start at the identity: with a new layer free_energy of seed 0 is ", "--set", "flow.0.type=nice")]
    [TestCase("FLR106 flow.0.length is \"auto\", but only the last segment of a flow can grow; expected it in flow.1", "--set", "flow=[{\"type\":\"planar\",\"length\":\"auto\"},{\"type\":\"planar\"}]")]
    [TestCase("FLR107 a flow grows in one cell, and this manifest has 2.", "--set", "optimizer.learningRate=[0.01,0.02]")]
    [TestCase("FLR108 nothing decides whether the flow grows: the run has no metric 'grid_mass'", "--metric", "grid_mass")]
    public void What_cannot_grow_is_refused(string expected, string option, string value)
    {
        if (value.StartsWith("flow=", StringComparison.Ordinal))
            File.WriteAllText(_folder.In("m.json"), Manifest.Replace("[ { \"type\": \"planar\", \"length\": \"auto\" } ]", value["flow=".Length..], StringComparison.Ordinal));
        string[] own = value.StartsWith("flow=", StringComparison.Ordinal) ? [] : [option, value];
        (int code, string output, string error) = Flowlab(["tune", _folder.In("m.json"), "--set", "training.updates=20", "--out", _folder.In("g"), .. own]);
        Assert.That((code, error.StartsWith(expected, StringComparison.Ordinal)), Is.EqualTo((2, true)), error + output);
    }

    [Test]
    public void A_run_says_who_grows_flows()
    {
        (int code, _, string error) = Flowlab("run", _folder.In("m.json"));
        Assert.That((code, error.Contains("FLM011 $.flow[0].length: wrong type", StringComparison.Ordinal), error.Contains("a flow grows layer by layer with: flowlab tune MANIFEST", StringComparison.Ordinal)), Is.EqualTo((2, true, true)), error);
    }

    private double[] Losses(int length) => [.. Read($"length-{length}").Cells.Single().Metrics.Where(value => value.Metric.Name == "free_energy").OrderBy(value => value.Seed).Select(value => value.Value)];

    private RunResults Read(string run)
    {
        using RunStore store = RunStore.OpenForReading(RunFolder.Open(_folder.In("g/" + run)));
        return store.Read();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static (int Code, string Output, string Error) Flowlab(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = FlowLabCommand.Run([.. arguments, "--plugins", TestFolders.RealPlugins], output, error);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
