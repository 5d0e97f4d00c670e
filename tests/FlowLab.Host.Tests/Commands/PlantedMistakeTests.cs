using FlowLab.Engine.Auditing;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>A flow of a test plugin with one mistake per cell, trained and measured by the real program: what the audit makes of each.</summary>
[TestFixture]
[Parallelizable]
public sealed class PlantedMistakeTests
{
    private TemporaryFolder _folder = null!;
    private (int Code, string Output, string Error) _result;
    private RunResults _results = null!;

    [OneTimeSetUp]
    public void Run()
    {
        _folder = new TemporaryFolder();
        string manifest = _folder.In("manifest.json");
        File.WriteAllText(manifest,
            """
            { "name": "planted", "target": { "type": "energy", "name": "U1" },
              "flow": [ { "type": "faulty" }, { "type": "planar", "length": 2 } ],
              "optimizer": { "type": "rmsprop", "learningRate": 0.005 }, "training": { "batch": 200, "updates": 300 },
              "evaluation": { "samples": 4000, "gridResolution": 200, "figureResolution": 20 }, "seeds": 2,
              "sweep": { "target.name": ["U1"], "flow.0.mistake": ["none", "log-det-forward", "log-det-inverse", "log-det-both", "log-det-term", "inverse-shift", "gradient-term", "nan-beyond"] } }
            """);
        _result = FlowLabProcess.Run(
            "run", manifest, "--out", _folder.In("run"), "--plugins", TestFolders.RealPlugins, "--plugins", Path.Combine(TestFolders.TestPlugins, "FaultyFlows"));
        using RunStore store = RunStore.OpenForReading(RunFolder.Open(_folder.In("run")));
        _results = store.Read();
    }

    [OneTimeTearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_flow_without_a_mistake_passes() => Assert.That(Failures("none"), Is.Empty);

    [TestCase("log-det-forward", "FLA003", "FLA004", "FLA005", "FLA011", "FLA012")]
    [TestCase("log-det-inverse", "FLA003", "FLA006", "FLA011")]
    [TestCase("log-det-both", "FLA003", "FLA004", "FLA005", "FLA006", "FLA012")]
    [TestCase("log-det-term", "FLA003", "FLA004", "FLA006", "FLA012")]
    [TestCase("inverse-shift", "FLA010")]
    [TestCase("gradient-term", "FLA014")]
    public void A_mistake_is_found_by_the_checks_that_can_see_it(string mistake, params string[] numbers)
    {
        Assert.That(Failures(mistake), Is.SupersetOf(numbers));
        Assert.That(_result.Output, Does.Match($@"U1-{mistake}: finished.*FAILS the audit: .*{numbers[0]}"));
        Assert.That(File.ReadLines(_folder.In("run/summary.csv")).Where(line => line.StartsWith($"U1-{mistake},", StringComparison.Ordinal)), Has.Some.Contain(numbers[0]));
    }

    [Test]
    public void The_exit_code_says_so_and_the_sweep_goes_on()
    {
        Assert.That((_result.Code, _result.Error), Is.EqualTo((3, "")), _result.Output);
        Assert.That(_results.Cells, Has.All.Matches<CellResults>(cell => cell!.Status == CellStatus.Finished));
    }

    [Test]
    public void What_contradicts_itself_is_marked_and_never_best()
    {
        string report = File.ReadAllText(_folder.In("run/report.html"));
        Assert.That(report, Does.Contain("6 of 8 cells have figures that contradict each other"));
        Assert.That(report, Does.Match("<td class=\"failed\">[^<]*\u2717 FLA003"));
        Assert.That(report, Does.Match("<th scope=\"row\" class=\"text\">none</th><td class=\"best\">"), "the only cell that can be used has the best KL");
    }

    [Test]
    public void A_seed_that_left_the_numbers_is_not_available_and_no_contradiction()
    {
        CellResults cell = Cell("nan-beyond");
        Assert.That(cell.Audit, Is.Empty);
        Assert.That(cell.Metrics, Has.All.Matches<Engine.Evaluation.SeedMetric>(metric => metric!.IsStopped));
        Assert.That(_result.Output, Does.Contain("kl not available: all 2 seeds were stopped"));
    }

    private CellResults Cell(string mistake) => _results.Cells.Single(cell => cell.Id == $"U1-{mistake}");

    private IEnumerable<string> Failures(string mistake) =>
        Cell(mistake).Audit.Where(finding => finding.Severity == AuditSeverity.Failure).Select(finding => finding.Number).Distinct();
}
