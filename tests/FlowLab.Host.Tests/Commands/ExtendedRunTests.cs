using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>More seeds, more updates and more cells for a run that is there: it ends with the bytes of one that was planned so from the start.</summary>
[TestFixture]
[Parallelizable]
public sealed class ExtendedRunTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    private static TestCaseData[] Extensions =>
    [
        new TestCaseData(new[] { "--seeds", "4" }, 130, true).SetArgDisplayNames("seeds"),
        new TestCaseData(new[] { "--set", "training.updates=290" }, 130, true).SetArgDisplayNames("updates"),
        new TestCaseData(new[] { "--set", "training.updates=200" }, 130, true).SetArgDisplayNames("updates to a whole record"),
        new TestCaseData(new[] { "--set", "flow.0.length=[1,2,3,4]" }, 130, true).SetArgDisplayNames("cells"),
        new TestCaseData(new[] { "--seeds", "3", "--set", "training.updates=215", "--set", "flow.0.length=[2,3,4]" }, 135, false).SetArgDisplayNames("all of them"),
    ];

    [TestCaseSource(nameof(Extensions))]
    public void A_finished_run_is_extended(string[] options, int updates, bool isLong)
    {
        if (isLong)
            LongTests.Require("Usually all of them at once are enough");
        string manifest = Manifest(updates);
        Assert.That(FinishedRuns.Copy(manifest, _folder.In("run")), Is.Zero);
        (int code, string output, string error) = FlowLabProcess.Run(["run", "--resume", _folder.In("run"), "--check", .. options]);
        Assert.That((code, error), Is.EqualTo((0, "")), output);
        Assert.That(output, Does.Match(@", no faults; [02] of [234] cells are finished\n$"));
        (code, output, error) = FlowLabProcess.Run(["run", "--resume", _folder.In("run"), .. options]);
        Assert.That((code, error), Is.EqualTo((0, "")), output);
        Assert.That(FlowLabProcess.Run(["run", manifest, .. options, "--out", _folder.In("planned")]).Code, Is.Zero);

        RunComparison.AssertSame(_folder.In("run"), _folder.In("planned"));
        Assert.That(File.ReadAllText(_folder.In("run/manifest.json")), Is.EqualTo(File.ReadAllText(_folder.In("planned/manifest.json"))));
        (int again, string nothing, _) = FlowLabProcess.Run("run", "--resume", _folder.In("run"));
        Assert.That((again, nothing), Is.EqualTo((0, nothing)).And.Matches<(int, string)>(result => !result.Item2.Contains("cell 1/", StringComparison.Ordinal)), "nothing is left to do");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "sends signals")]
    public void An_extension_that_is_interrupted_and_killed_goes_on()
    {
        LongTests.Require("Runs are interrupted and killed, and finished ones extended, by tests of their own");
        string manifest = Manifest(updates: 4000);
        Assert.That(FlowLabProcess.Run("run", manifest, "--out", _folder.In("run"), "--set", "flow.0.length=[2]").Code, Is.AnyOf(0, 3));
        string added = _folder.In("run/checkpoints/2.flc.added");
        string[] options = ["--seeds", "5", "--set", "training.updates=4500", "--set", "flow.0.length=[2,3]"];
        using (FlowLabProcess process = new(["run", "--resume", _folder.In("run"), .. options]))
        {
            Assert.That(process.WaitUntil(() => File.Exists(added)), Is.True, process.Output + process.Error);
            process.Interrupt();
            Assert.That(process.WaitForExit(), Is.EqualTo(130), process.Error);
        }
        Assert.That(File.Exists(added), Is.True, "the added seeds are on their way");
        DateTime before = File.GetLastWriteTimeUtc(added);
        using (FlowLabProcess process = new("run", "--resume", _folder.In("run")))
        {
            Assert.That(process.WaitUntil(() => !File.Exists(added) || File.GetLastWriteTimeUtc(added) != before), Is.True, process.Output + process.Error);
            process.Kill();
        }
        int code = FlowLabProcess.Run("run", "--resume", _folder.In("run")).Code;
        Assert.That(FlowLabProcess.Run(["run", manifest, .. options, "--out", _folder.In("planned")]).Code, Is.EqualTo(code));
        RunComparison.AssertSame(_folder.In("run"), _folder.In("planned"));
    }

    [Test]
    public void Seeds_are_added_beside_seeds_that_were_stopped()
    {
        string manifest = Write(
            """
            { "name": "hot", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "nice", "length": 8 } ],
              "optimizer": { "type": "sgd", "learningRate": 100 }, "training": { "batch": 50, "updates": 50, "metricsEvery": 10 },
              "evaluation": { "samples": 100, "gridResolution": 20, "figureResolution": 20 }, "seeds": 2 }
            """);
        Assert.That(FinishedRuns.Copy(manifest, _folder.In("run")), Is.EqualTo(3));
        Assert.That(FlowLabProcess.Run("run", "--resume", _folder.In("run"), "--seeds", "4").Code, Is.EqualTo(3));
        Assert.That(FlowLabProcess.Run("run", manifest, "--seeds", "4", "--out", _folder.In("planned")).Code, Is.EqualTo(3));
        RunComparison.AssertSame(_folder.In("run"), _folder.In("planned"));
    }

    [TestCase("FLR045", "it has 130 updates already, and 100 are asked for", "--set", "training.updates=100")]
    [TestCase("FLR045", "seed 1 would be left out; seeds can be added only", "--seeds", "1")]
    [TestCase("FLR009", "it has a cell '2', which is not among those asked for", "--set", "flow.0.length=[3]")]
    [TestCase("FLR009", "training.batch was 100 and is 50", "--set", "training.batch=50")]
    [TestCase("FLR045", "the schedule cosine depends on the number of all updates", "--set", "training.updates=200", "cosine")]
    public void What_could_not_end_like_a_planned_run_is_refused_and_nothing_is_changed(string number, string text, string option, string value, string schedule = "constant")
    {
        if (option == "--seeds" || value.StartsWith("training.batch", StringComparison.Ordinal))
            LongTests.Require("Fewer updates, another cell and another schedule are usually enough");
        string manifest = Manifest(130, schedule);
        Assert.That(FinishedRuns.Copy(manifest, _folder.In("run")), Is.Zero);
        byte[] before = File.ReadAllBytes(_folder.In("run/manifest.json"));
        (int code, _, string error) = FlowLabProcess.Run("run", "--resume", _folder.In("run"), option, value);

        Assert.That((code, error[..6]), Is.EqualTo((2, number)), error);
        Assert.That(error, Does.Contain(text));
        (int checkedCode, _, string checkedError) = FlowLabProcess.Run("run", "--resume", _folder.In("run"), option, value, "--check");
        Assert.That((checkedCode, checkedError), Is.EqualTo((2, error)), "a check refuses what the run refuses");
        Assert.That(File.ReadAllBytes(_folder.In("run/manifest.json")), Is.EqualTo(before));
        Assert.That(FlowLabProcess.Run("run", "--resume", _folder.In("run")).Code, Is.Zero);
    }

    [Test]
    public void A_device_of_another_kind_is_refused_unless_changes_are_allowed()
    {
        LongTests.Require("ILGPU's emulation takes long");
        string manifest = Manifest(130);
        Assert.That(FlowLabProcess.Run("run", manifest, "--out", _folder.In("run"), "--set", "flow.0.length=[2]").Code, Is.Zero);
        foreach (string command in (string[])["run --resume", "run --check --resume", "eval", "sample", "export"])
        {
            (int code, _, string error) = FlowLabProcess.Run([.. command.Split(' '), _folder.In("run"), "--device", "ilgpu-cpu"]);
            Assert.That((code, error), Is.EqualTo((2, error)).And.Matches<(int, string)>(result => result.Item2.StartsWith("FLR047: the run", StringComparison.Ordinal)), command);
        }
        foreach (string command in (string[])["sample", "export"])
            Assert.That(FlowLabProcess.Run(command, _folder.In("run"), "--device", "ilgpu-cpu", "--allow-changes").Output, Does.Contain("130 updates; computed on a device of kind ilgpu-cpu instead of cpu: last digits differ"));
        Assert.That(FlowLabProcess.Run("run", "--resume", _folder.In("run"), "--device", "ilgpu-cpu", "--allow-changes").Code, Is.Zero);
        Assert.That(RunComparison.Read(_folder.In("run")).Events.Select(entry => entry.Message), Does.Contain("the run was resumed on a device of kind ilgpu-cpu instead of cpu"));
    }

    private string Manifest(int updates, string schedule = "constant") => Write(
        $$"""
        { "name": "small", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar", "length": 2 } ],
          "objective": { "annealing": { "start": 0.01, "updates": 20 } },
          "optimizer": { "type": "rmsprop", "learningRate": 1e-3, "schedule": "{{schedule}}" },
          "training": { "batch": 100, "updates": {{updates}}, "metricsEvery": 20, "checkpointEvery": 50, "diagnoseEvery": 65 },
          "evaluation": { "samples": 500, "gridResolution": 50, "figureResolution": 40 }, "seeds": 2,
          "sweep": { "flow.0.length": [ 2, 3 ] } }
        """);

    private string Write(string manifest)
    {
        string path = _folder.In("manifest.json");
        File.WriteAllText(path, manifest);
        return path;
    }
}
