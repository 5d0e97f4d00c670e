using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Components that throw or talk nonsense cost their own cell, with a number, and no other.</summary>
[TestFixture]
[Parallelizable]
public sealed class FailedCellTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_component_that_throws_ends_its_cell_and_the_sweep_goes_on()
    {
        (int code, string output, string error) = Run("throws-in-forward", "throws-in-backward", "throws-in-inverse", "throws-in-initialize", "throws-later", "nan-parameters", "none");

        Assert.That((code, error), Is.EqualTo((3, "")), output);
        RunResults results = Results();
        Assert.That(results.Cells.Select(cell => cell.Status), Is.EqualTo(Enumerable.Repeat(CellStatus.Failed, 6).Append(CellStatus.Finished)));
        Assert.That(Message(results, 0), Does.StartWith("FLR040: cell 'throws-in-forward' failed before its first update in flow \"faulty\" of FaultyFlows 0.1.0 (").And.Contain("invalid operation: Forward says no"));
        Assert.That(Message(results, 1), Does.Contain("Backward says no"));
        Assert.That(Message(results, 2), Does.Contain("failed after update 40").And.Contain("Inverse says no"), "which only the measurement calls");
        Assert.That(Message(results, 3), Does.Contain("Initialize says no"));
        Assert.That(Message(results, 4), Does.Contain("failed after update 29").And.Contain("Forward, called the thirtieth time, says no"));
        Assert.That(Message(results, 5), Does.Contain("FLE036: flow[0] (faulty) sets a of layer 0 of seed 0 to NaN at the start"));
        Assert.That(File.ReadAllText(_folder.In("run/report.html")), Does.Contain("6 cells failed, see the events."));
    }

    [Test]
    public void Fail_fast_ends_the_run_with_the_first_of_them()
    {
        (int code, string output, _) = Run(["throws-in-forward", "none"], "--fail-fast");

        Assert.That(code, Is.EqualTo(3), output);
        Assert.That(Results().Cells.Select(cell => cell.Status), Is.EqualTo(new[] { CellStatus.Failed, CellStatus.Pending }));
    }

    [Test]
    public void A_failed_cell_is_tried_again_when_the_run_is_resumed()
    {
        Run("throws-later", "none");
        (int code, string output, string error) = FlowLabProcess.Run(["run", "--resume", _folder.In("run"), .. Plugins]);

        Assert.That((code, error), Is.EqualTo((3, "")), output);
        Assert.That(output, Does.Contain("FLR040: cell 'throws-later'").And.Not.Contain("cell 2/2 none"), "what is finished is kept");
    }

    [TestCase("throws-in-constructor", "FLP012")]
    [TestCase("negative-parameters", "FLP016", "its ParameterCount is -3")]
    [TestCase("incomplete-blocks", "FLP016", "its blocks cover 2 parameters of 4")]
    [TestCase("doubled-blocks", "FLP016", "2 blocks of layer 0 are called \"a\"; expected a name of its own for each")]
    public void What_is_known_before_the_run_is_found_by_check_and_nothing_is_written(string mistake, params string[] parts)
    {
        string manifest = Manifest(mistake);
        (int checkedCode, _, string checkedError) = FlowLabProcess.Run(["run", manifest, "--check", .. Plugins]);
        (int code, _, string error) = FlowLabProcess.Run(["run", manifest, "--out", _folder.In("run"), .. Plugins]);

        Assert.That((checkedCode, code), Is.EqualTo((2, 2)));
        Assert.That(error, Is.EqualTo(checkedError));
        foreach (string part in parts)
            Assert.That(error, Does.Contain(part));
        Assert.That(Directory.Exists(_folder.In("run")), Is.False);
    }

    [Test]
    public void Defaults_outside_of_their_own_range_are_faults_of_the_manifest_that_relies_on_them()
    {
        File.WriteAllText(_folder.In("m.json"), """{ "name": "x", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "out-of-range" } ] }""");
        (int code, _, string error) = FlowLabProcess.Run(["run", _folder.In("m.json"), "--check", .. Plugins]);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("FLM030 $.flow[0].share: the component's own default is out of range; expected a number from 0 to 1; found 2"));
        Assert.That(error, Does.Contain("FLM030 $.flow[0].rate").And.Contain("found NaN"));
    }

    private static string[] Plugins => ["--plugins", TestFolders.RealPlugins, "--plugins", Path.Combine(TestFolders.TestPlugins, "FaultyFlows")];

    private (int Code, string Output, string Error) Run(params string[] mistakes) => Run(mistakes, []);

    private (int Code, string Output, string Error) Run(string[] mistakes, params string[] options) =>
        FlowLabProcess.Run(["run", Manifest(mistakes), "--out", _folder.In("run"), .. Plugins, .. options]);

    private string Manifest(params string[] mistakes)
    {
        string list = string.Join(", ", mistakes.Select(mistake => $"\"{mistake}\""));
        File.WriteAllText(_folder.In("manifest.json"),
            $$"""
            { "name": "failing", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "faulty" } ],
              "training": { "batch": 50, "updates": 40, "metricsEvery": 10, "checkpointEvery": 10 },
              "evaluation": { "samples": 500, "gridResolution": 40, "figureResolution": 20 }, "seeds": 2, "sweep": { "flow.0.mistake": [ {{list}} ] } }
            """);
        return _folder.In("manifest.json");
    }

    private RunResults Results()
    {
        using RunStore store = RunStore.OpenForReading(RunFolder.Open(_folder.In("run")));
        return store.Read();
    }

    private static string Message(RunResults results, int cell) => results.Events.Single(entry => entry.Kind == RunEventKind.CellFailed && entry.Cell == cell).Message;
}
