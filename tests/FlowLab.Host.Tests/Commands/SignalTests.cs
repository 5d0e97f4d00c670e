using System.Diagnostics;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Signals, closed and full outputs, and full disks, against the real program: whatever happens, the run can go on and ends with the same bytes.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "POSIX signals and redirections")]
[Parallelizable]
public sealed class SignalTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("TERM", false, true)]
    [TestCase("HUP", false, true)]
    [TestCase("INT", true, false)]
    [TestCase("TERM", true, true)]
    public void A_signal_leaves_a_checkpoint_and_the_run_goes_on(string signal, bool isIsolated, bool isLong)
    {
        if (isLong)
            LongTests.Require("One signal with isolation is usually enough: Ctrl+C without is tried elsewhere");
        string manifest = Manifest(updates: 6000);
        string[] isolation = isIsolated ? ["--isolate"] : [];
        using (FlowLabProcess process = new(["run", manifest, "--out", _folder.In("run"), .. isolation]))
        {
            Assert.That(process.WaitUntil(() => File.Exists(_folder.In("run/checkpoints/2.flc"))), Is.True, process.Error);
            process.Signal(signal);
            Assert.That(process.WaitForExit(), Is.EqualTo(130), process.Output + process.Error);
            Assert.That(process.Output, Does.Contain("Go on with: flowlab run --resume"));
        }
        AssertGoesOn(manifest, isolation);
    }

    [TestCase(">&-")]
    [TestCase("> /dev/full")]
    [TestCase(">&- 2>&-")]
    [TestCase("| head -c 1 > /dev/null; exit ${PIPESTATUS[0]}")]
    public void An_output_that_goes_away_does_not_end_the_run(string redirection)
    {
        if (redirection[0] != '|')
            LongTests.Require("A pipe that breaks is usually enough");
        string manifest = Manifest(updates: 300);
        (int code, string error) = Shell($"dotnet \"{Path.Combine(TestFolders.Host, "flowlab.dll")}\" run \"{manifest}\" --out \"{_folder.In("run")}\" {redirection}");
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(FinishedRuns.Copy(manifest, _folder.In("through")), Is.Zero);
        RunComparison.AssertSame(_folder.In("run"), _folder.In("through"));
    }

    [Test]
    public void A_full_disk_is_FLR005_wherever_it_fills_up_and_the_run_goes_on_once_there_is_space()
    {
        string manifest = Manifest(updates: 300);
        Assert.That(FinishedRuns.Copy(manifest, _folder.In("through")), Is.Zero);
        foreach (int kibibytes in LongTests.AreOn ? [4, 64, 128, 160, 224, 288, 352, 448] : (int[])[224])
        {
            using SmallDisk disk = SmallDisk.Mount(megabytes: 4);
            disk.FillUpTo(kibibytes * 1024);
            (int code, string output, string error) = FlowLabProcess.Run("run", manifest, "--out", disk.In("run"));
            if (code == 0)
                continue;
            Assert.That((code, error[..Math.Min(6, error.Length)]), Is.EqualTo((2, "FLR005")), $"{kibibytes} KiB: {output} {error}");
            File.Delete(disk.In("filling"));
            bool hasBegun = File.Exists(disk.In("run/run.sqlite"));
            string[] again = hasBegun ? ["run", "--resume", disk.In("run")] : ["run", manifest, "--out", disk.In("run")];
            (int resumed, string log, string fault) = FlowLabProcess.Run(again);
            Assert.That((resumed, fault), Is.EqualTo((0, "")), $"{kibibytes} KiB: {log}");
            RunComparison.AssertSame(disk.In("run"), _folder.In("through"));
        }
    }

    private void AssertGoesOn(string manifest, string[] options)
    {
        (int resumed, string output, string error) = FlowLabProcess.Run(["run", "--resume", _folder.In("run"), .. options]);
        Assert.That((resumed is 0 or 3, error), Is.EqualTo((true, "")), output);
        Assert.That(FinishedRuns.Copy(manifest, _folder.In("through"), "--threads", "1"), Is.EqualTo(resumed));
        RunComparison.AssertSame(_folder.In("run"), _folder.In("through"));
    }

    private static (int Code, string Error) Shell(string command)
    {
        using Process process = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", command]) { RedirectStandardError = true })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }

    private string Manifest(int updates)
    {
        File.WriteAllText(_folder.In("manifest.json"),
            $$"""
            { "name": "small", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar" } ],
              "training": { "batch": 100, "updates": {{updates}}, "metricsEvery": 20, "checkpointEvery": 100 },
              "evaluation": { "samples": 500, "gridResolution": 40, "figureResolution": 20 }, "seeds": 2, "sweep": { "flow.0.length": [ 2, 3 ] } }
            """);
        return _folder.In("manifest.json");
    }
}
