using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Whole runs by the real program: to the end, killed, interrupted, resumed, with seeds that leave the numbers.</summary>
[Parallelizable]
public sealed class RunProcessTests
{
    private const int Cells = 3;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_run_leaves_a_report_pictures_a_summary_and_every_number()
    {
        (int code, string output, string error) = FlowLabProcess.Run("run", Manifest(updates: 60), "--out", _folder.In("run"));

        Assert.That((code, error), Is.EqualTo((0, "")), output);
        RunFolder run = RunFolder.Open(_folder.In("run"));
        Assert.That(output, Does.Contain($"report: {run.Report}").And.Contain("3 cells x 2 seeds"));
        Assert.That(File.ReadAllText(run.Report), Does.Contain("KL(q").And.Contain("data:image/png"));
        Assert.That(Directory.GetFiles(run.Figures, "*.png"), Has.Length.GreaterThanOrEqualTo(Cells + 1));
        RunResults results = Read(run);
        string[] summary = File.ReadAllLines(run.Summary);
        Assert.That(summary, Has.Length.EqualTo(1 + Cells * results.Metrics.Count));
        Assert.That(results.Cells, Has.All.Matches<CellResults>(cell => cell!.Status == CellStatus.Finished && cell.Curve.Count == 2 * 2 * 6));
        Assert.That(results.Metrics.Select(metric => metric.Name), Is.SupersetOf(new[] { "free_energy", "kl", "kl_grid_error", "effective_sample_size" }));
    }

    [Test]
    public void A_killed_run_that_is_resumed_ends_with_the_bytes_of_one_that_never_stopped()
    {
        string manifest = Manifest(updates: 3000);
        using (FlowLabProcess process = new("run", manifest, "--out", _folder.In("killed")))
        {
            string checkpoint = Path.Combine(_folder.In("killed"), "checkpoints", "4-U1.flc");
            Assert.That(process.WaitUntil(() => File.Exists(checkpoint)), Is.True, process.Error);
            process.Kill();
        }
        Assert.That(File.Exists(Path.Combine(_folder.In("killed"), "report.html")), Is.False, "killed in the middle");
        AssertResumesLikeUninterrupted(manifest, "killed");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "sends SIGINT")]
    public void Ctrl_C_writes_a_checkpoint_says_how_to_go_on_and_the_resumed_run_ends_with_the_same_bytes()
    {
        string manifest = Manifest(updates: 3000);
        using (FlowLabProcess process = new("run", manifest, "--out", _folder.In("stopped")))
        {
            string checkpoint = Path.Combine(_folder.In("stopped"), "checkpoints", "2-U1.flc");
            Assert.That(process.WaitUntil(() => File.Exists(checkpoint)), Is.True, process.Error);
            process.Interrupt();
            Assert.That(process.WaitForExit(), Is.EqualTo(130), process.Error);
            Assert.That(process.Output, Does.Contain("Go on with: flowlab run --resume").And.Contain(_folder.In("stopped")));
        }
        RunResults interrupted = Read(RunFolder.Open(_folder.In("stopped")));
        Assert.That(interrupted.Events.Select(entry => entry.Kind), Does.Contain(RunEventKind.Interrupted));
        Assert.That(interrupted.Cells, Has.Some.Matches<CellResults>(cell => cell!.Status != CellStatus.Finished));
        AssertResumesLikeUninterrupted(manifest, "stopped");
    }

    [Test]
    public void Seeds_that_leave_the_numbers_are_named_with_layer_and_update_and_the_exit_code_is_3()
    {
        string manifest = Write(
            """
            { "name": "hot", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "nice", "length": 8 } ],
              "optimizer": { "type": "sgd", "learningRate": 100 }, "training": { "batch": 50, "updates": 50, "metricsEvery": 10 },
              "evaluation": { "samples": 100, "gridResolution": 20, "figureResolution": 20 }, "seeds": 2 }
            """);
        (int code, string output, string error) = FlowLabProcess.Run("run", manifest, "--out", _folder.In("run"));

        Assert.That((code, error), Is.EqualTo((3, "")), output);
        Assert.That(output, Does.Match(@"FLE010: seed 0 was stopped at update \d+: .*(layer \d+|gradient|energy)"));
        RunResults results = Read(RunFolder.Open(_folder.In("run")));
        Assert.That(results.Events.Count(entry => entry.Kind == RunEventKind.SeedStopped), Is.EqualTo(2));
        Assert.That(results.Cells[0].Metrics.Select(metric => metric.Value), Is.All.NaN);
        Assert.That(File.ReadAllLines(_folder.In("run/summary.csv"))[1], Does.EndWith(",NaN,NaN,NaN,,,2,2,0,not available: all 2 seeds were stopped,0,"), "two seeds, both stopped");
    }

    [Test]
    public void Seeds_that_leave_the_numbers_go_back_to_the_last_checkpoint_where_the_manifest_says_so()
    {
        string manifest = Write(
            """
            { "name": "hot", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "nice", "length": 8 } ],
              "optimizer": { "type": "sgd", "learningRate": 100 },
              "training": { "batch": 50, "updates": 50, "metricsEvery": 10, "checkpointEvery": 25, "onFault": "rollback" },
              "evaluation": { "samples": 100, "gridResolution": 20, "figureResolution": 20 }, "seeds": 2 }
            """);
        (int code, string output, string error) = FlowLabProcess.Run("run", manifest, "--out", _folder.In("run"));

        Assert.That((code, error), Is.EqualTo((0, "")), output);
        RunEvent[] events = [.. Read(RunFolder.Open(_folder.In("run"))).Events.Where(entry => entry.Kind == RunEventKind.SeedRolledBack)];
        Assert.That(events.Select(entry => entry.Seed), Does.Contain(0).And.Contain(1));
        Assert.That(events.Select(entry => entry.Step), Is.All.Matches<long?>(step => step % 10 == 0 || step % 25 == 0));
        Assert.That(events[0].Message, Does.Match(@"FLE038: seed [01] met a fault at update \d+: .+ It goes on with what it was at update 0\."));
        Assert.That(Read(RunFolder.Open(_folder.In("run"))).Events.Select(entry => entry.Kind), Does.Not.Contain(RunEventKind.SeedStopped));
        Assert.That(File.ReadAllText(_folder.In("run/report.html")), Does.Contain("seed rolled back").And.Contain("No seed was stopped."));
    }

    [Test]
    public void A_folder_with_a_run_is_not_overwritten_and_another_experiment_is_not_resumed()
    {
        string manifest = Manifest(updates: 40);
        Assert.That(FinishedRuns.Copy(manifest, _folder.In("run")), Is.Zero);
        byte[] before = File.ReadAllBytes(_folder.In("run/summary.csv"));

        (int again, _, string overwritten) = FlowLabProcess.Run("run", manifest, "--out", _folder.In("run"));
        (int other, _, string changed) = FlowLabProcess.Run("run", "--resume", _folder.In("run"), "--set", "training.updates=80");

        (int rated, _, string rate) = FlowLabProcess.Run("run", "--resume", _folder.In("run"), "--set", "optimizer.learningRate=0.1");

        Assert.That((again, other, rated), Is.EqualTo((2, 2, 2)));
        Assert.That(rate, Does.StartWith("FLR009").And.Contain("learningRate was 0.001 and is 0.1"));
        Assert.That(overwritten, Does.StartWith("FLR022 ").And.Contain("--resume"));
        Assert.That(changed, Does.StartWith("FLR045").And.Contain("the schedule cosine depends on the number of all updates: update 2 had"));
        Assert.That(File.ReadAllBytes(_folder.In("run/summary.csv")), Is.EqualTo(before));
        Assert.That(FlowLabProcess.Run("run", "--resume", _folder.In("run")).Code, Is.Zero, "nothing is left to do, and the manifest is still the run's own");
    }

    [Test]
    public void The_report_can_be_written_again_with_the_same_bytes()
    {
        Assert.That(FinishedRuns.Copy(Manifest(updates: 40), _folder.In("run")), Is.Zero);
        byte[] report = File.ReadAllBytes(_folder.In("run/report.html"));
        File.Delete(_folder.In("run/report.html"));

        Assert.That(FlowLabProcess.Run("report", _folder.In("run")).Code, Is.Zero);
        Assert.That(File.ReadAllBytes(_folder.In("run/report.html")), Is.EqualTo(report));
        (int code, _, string error) = FlowLabProcess.Run("report", _folder.Path);
        Assert.That((code, error[..6]), Is.EqualTo((2, "FLR002")));
    }

    [Test]
    public void Settings_that_only_a_constructor_can_judge_are_refused_before_the_first_step_all_at_once()
    {
        string manifest = Write(
            """
            { "name": "late", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar" } ], "seeds": 1,
              "sweep": { "target.wall": [ 0.4, 0.001, 0.002 ] } }
            """);
        (int code, string output, string error) = FlowLabProcess.Run("run", manifest, "--out", _folder.In("run"));

        Assert.That(code, Is.EqualTo(2), output);
        Assert.That(error, Does.Match("(?s)FLP[0-9]{3} .*0[.]001.*FLP[0-9]{3} .*0[.]002"));
        Assert.That(File.Exists(_folder.In("run/run.sqlite")), Is.False);
    }

    [TestCase("--device", "gpu", "FLR020")]
    [TestCase("--threads", "0", "FLR021")]
    public void Devices_and_threads_that_are_not_there_are_refused(string option, string value, string number)
    {
        (int code, _, string error) = FlowLabProcess.Run("run", Manifest(updates: 40), "--out", _folder.In("run"), option, value);
        Assert.That((code, error[..6]), Is.EqualTo((2, number)));
        Assert.That(Directory.Exists(_folder.In("run")), Is.False, "nothing was written");
    }

    private void AssertResumesLikeUninterrupted(string manifest, string stopped)
    {
        (int resumed, string output, string error) = FlowLabProcess.Run("run", "--resume", _folder.In(stopped));
        Assert.That(resumed, Is.Zero, output + error);
        Assert.That(FinishedRuns.Copy(manifest, _folder.In("through"), "--threads", "1"), Is.Zero);
        RunComparison.AssertSame(_folder.In(stopped), _folder.In("through"));
    }

    private string Manifest(int updates) => Write(
        $$"""
        { "name": "small", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar", "length": 2 } ],
          "objective": { "annealing": { "start": 0.01, "updates": 20 } },
          "optimizer": { "type": "rmsprop", "learningRate": 1e-3, "schedule": "cosine" },
          "training": { "batch": 100, "updates": {{updates}}, "metricsEvery": 10, "checkpointEvery": 200 },
          "evaluation": { "samples": 500, "gridResolution": 50, "figureResolution": 40 }, "seeds": 2,
          "sweep": { "flow.0.length": [ 2, 4, 6 ], "target.name": [ "U1" ] } }
        """);

    private string Write(string manifest)
    {
        string path = _folder.In("manifest.json");
        File.WriteAllText(path, manifest);
        return path;
    }

    private static RunResults Read(RunFolder folder)
    {
        using RunStore store = RunStore.OpenForReading(folder);
        return store.Read();
    }
}
