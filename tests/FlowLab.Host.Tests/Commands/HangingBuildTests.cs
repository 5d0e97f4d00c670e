using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Constructors, Initialize and the like that never return: each costs its own cell, and commands end.</summary>
[TestFixture]
[Parallelizable]
public sealed class HangingBuildTests
{
    private static readonly string[] Limits = ["--build-limit", "2"];

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("loops-in-constructor", "its constructor", false)]
    [TestCase("loops-in-blocks", "what it says of itself", true)]
    [TestCase("loops-in-initialize", "its Initialize", true)]
    public void A_component_that_is_never_built_costs_its_cell_and_the_sweep_goes_on(string mistake, string turn, bool isLong)
    {
        if (isLong)
            LongTests.Require("Each waits for its limit twice, and usually a constructor is enough");
        string manifest = Flows(mistake, "none");
        (int code, string output, string error) = FlowLabProcess.Run(["run", manifest, "--out", _folder.In("run"), .. Plugins, .. Limits]);

        Assert.That((code, error), Is.EqualTo((3, "")), output);
        AssertOneFailed($@"^FLR040: cell '{mistake}' failed before its first update in flow ""faulty"" of FaultyFlows 0\.1\.0 \(.*\): FLR042: {turn} has not returned for 2 s, the limit of --build-limit\.");

        (int resumed, output, error) = FlowLabProcess.Run(["run", "--resume", _folder.In("run"), .. Plugins, .. Limits]);
        Assert.That((resumed, error), Is.EqualTo((3, "")), output);
        Assert.That(output, Does.Contain($"FLR040: cell '{mistake}'").And.Not.Contain("cell 2/2"), "what is finished is kept");
    }

    [Test]
    public void Isolated_cells_that_are_never_built_cost_themselves_alone()
    {
        (int code, string output, string error) = FlowLabProcess.Run(["run", Flows("loops-in-initialize", "none"), "--out", _folder.In("run"), "--isolate", .. Plugins, .. Limits]);

        Assert.That((code, error), Is.EqualTo((3, "")), output);
        AssertOneFailed("FLR042: its Initialize has not returned for 2 s");
    }

    [Test]
    public void Data_that_are_never_read_cost_their_cell()
    {
        File.WriteAllText(_folder.In("manifest.json"),
            $$"""
            { "name": "endless", "target": { "type": "dataset", "name": "endless-data" }, "flow": [ { "type": "planar" } ], "objective": { "type": "maximum-likelihood" }, {{Small}}, "sweep": { "target.name": [ "endless-data", "two-moons" ] } }
            """);
        (int code, string output, string error) = FlowLabProcess.Run(["run", _folder.In("manifest.json"), "--out", _folder.In("run"), .. Plugins, .. Limits]);

        Assert.That((code, error), Is.EqualTo((3, "")), output);
        AssertOneFailed(@"in dataset ""endless-data"" of FaultyFlows 0\.1\.0 .*: FLR042: its constructor has not returned for 2 s");
    }

    [Test]
    public void A_check_ends_with_the_number_and_names_plugin_and_component()
    {
        (int code, _, string error) = FlowLabProcess.Run(["run", Flows("none", "loops-in-constructor"), "--check", .. Plugins, .. Limits]);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Match(@"^FLR042 while cell 'loops-in-constructor' was built in flow ""faulty"" of FaultyFlows 0\.1\.0 \(.*\): its constructor has not returned for 2 s, the limit of --build-limit\."));
    }

    [Test]
    public void A_search_ends_and_its_trials_that_hang_are_failed_cells()
    {
        File.WriteAllText(_folder.In("manifest.json"),
            $$"""
            { "name": "search", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "faulty" } ], {{Small}}, "search": { "flow.0.mistake": [ "loops-later", "none", "gradient-term" ] } }
            """);
        (int code, string output, string error) = FlowLabProcess.Run(["tune", _folder.In("manifest.json"), "--trials", "3", "--seed", "1", "--out", _folder.In("tune"), "--time-limit", "1", .. Plugins]);

        Assert.That((code is 0 or 3, error), Is.EqualTo((true, "")), output);
        Assert.That(output, Does.Contain("FLR042: its forward pass has not returned for 1 s").And.Not.Contain("FLR041"), "processes of their own find the plugins");
        Assert.That(File.ReadAllText(_folder.In("tune/winner.json")), Does.Not.Contain("loops-later"));
    }

    [Test]
    public void A_search_without_a_trial_that_ends_has_no_winner_and_says_so()
    {
        File.WriteAllText(_folder.In("manifest.json"),
            $$"""
            { "name": "search", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "faulty" } ], {{Small}}, "search": { "flow.0.mistake": [ "throws-in-forward", "throws-in-backward" ] } }
            """);
        (int code, string output, string error) = FlowLabProcess.Run(["tune", _folder.In("manifest.json"), "--trials", "2", "--out", _folder.In("tune"), .. Plugins]);

        Assert.That((code, error[..Math.Min(6, error.Length)]), Is.EqualTo((2, "FLR074")), output + error);
        Assert.That(File.Exists(_folder.In("tune/winner.json")), Is.False);
    }

    private const string Small =
        """
        "training": { "batch": 50, "updates": 40, "metricsEvery": 10, "checkpointEvery": 25 }, "evaluation": { "samples": 500, "gridResolution": 40, "figureResolution": 20 }, "seeds": 2
        """;

    private static string[] Plugins => ["--plugins", TestFolders.RealPlugins, "--plugins", Path.Combine(TestFolders.TestPlugins, "FaultyFlows")];

    private string Flows(params string[] mistakes)
    {
        File.WriteAllText(_folder.In("manifest.json"),
            $$"""
            { "name": "hanging", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "faulty" } ], {{Small}},
              "sweep": { "flow.0.mistake": [ {{string.Join(", ", mistakes.Select(mistake => $"\"{mistake}\""))}} ] } }
            """);
        return _folder.In("manifest.json");
    }

    private void AssertOneFailed(string pattern)
    {
        RunResults results = RunComparison.Read(_folder.In("run"));
        Assert.That(results.Cells.Select(cell => cell.Status), Is.EqualTo(new[] { CellStatus.Failed, CellStatus.Finished }));
        Assert.That(results.Events.Single(entry => entry.Kind == RunEventKind.CellFailed).Message, Does.Match(pattern));
    }
}
