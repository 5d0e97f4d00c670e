using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Kernels that write out of their views, calls that do not return, and memory without end: each costs its own cell.</summary>
[TestFixture]
[Parallelizable]
public sealed class MemoryFaultTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Writing_beside_a_buffer_is_found_and_names_plugin_component_buffer_and_update()
    {
        (int code, string output, string error) = Run(["writes-behind", "writes-before", "writes-behind-later", "writes-in-inverse", "none"]);

        Assert.That((code, error), Is.EqualTo((3, "")), output);
        RunResults results = RunComparison.Read(_folder.In("run"));
        Assert.That(results.Cells.Select(cell => cell.Status), Is.EqualTo(Enumerable.Repeat(CellStatus.Failed, 4).Append(CellStatus.Finished)));
        Assert.That(Message(results, 0), Does.Match(
            @"^FLR040: cell 'writes-behind' failed before its first update in flow ""faulty"" of FaultyFlows 0\.1\.0 \(.*FaultyFlows\.dll\): FLE040: 1 element was written behind the buffer of log-det \[2 seeds, 1, 50\], which has 100 elements; the first has index 103, by flow\[0\] in its forward pass\."));
        Assert.That(Message(results, 1), Does.Contain("1 element was written before the buffer of z [2 seeds, 2, 50], which has 200 elements; the first has index -1, by flow[0] in its forward pass"));
        Assert.That(Message(results, 2), Does.Match(@"failed after update \d+ in flow ""faulty"".*index 103, by flow\[0\] in its forward pass"));
        Assert.That(Message(results, 3), Does.Match(@"failed after update 40 in flow ""faulty"".*by flow\[0\] in its inverse pass"));
        Assert.That(results.Cells[2].UpdatesDone, Is.EqualTo(25), "the checkpoint before it was found stays");
    }

    [Test]
    public void A_checked_run_names_kernel_line_index_and_view_and_computes_the_same()
    {
        (int code, string output, string error) = Run(["writes-behind", "writes-far", "writes-in-inverse", "none"], "--checked");

        Assert.That((code, error), Is.EqualTo((3, "")), output);
        RunResults results = RunComparison.Read(_folder.In("run"));
        Assert.That(Message(results, 0), Does.Match(
            @"in flow ""faulty"" of FaultyFlows .*: FLK208: the kernel FaultyKernels\.Forward reaches for element 103 of the view pass\.LogDet, which has 100, in FaultyKernels\.Stray \(FaultyKernels\.cs:\d+\), called from FaultyKernels\.Forward \(FaultyKernels\.cs:\d+\)"));
        Assert.That(Message(results, 1), Does.Contain("reaches for element -274877906944 of the view pass.LogDet, which has 100"));
        Assert.That(Message(results, 2), Does.Contain("FLK208: the kernel FaultyKernels.Inverse reaches for element"));

        Directory.Move(_folder.In("run"), _folder.In("checked"));
        Assert.That(Run(["writes-behind", "writes-far", "writes-in-inverse", "none"], "--isolate").Code, Is.EqualTo(3));
        Assert.That(File.ReadAllBytes(_folder.In("checked/checkpoints/none.flc")), Is.EqualTo(File.ReadAllBytes(_folder.In("run/checkpoints/none.flc"))));
    }

    [Test]
    public void Checks_are_for_the_processor()
    {
        (int code, _, string error) = Run(["none"], "--checked", "--device", "ilgpu-cpu");
        Assert.That((code, error), Is.EqualTo((2, "FLR027 --checked needs --device cpu; found 'ilgpu-cpu'. Kernels are the same on all devices: check them on the processor.\n")));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "the runtime dies by a signal")]
    public void A_crash_is_followed_by_advice_and_what_was_done_is_kept()
    {
        (int code, _, string error) = Run(["none", "writes-far"]);

        Assert.That(code, Is.GreaterThan(128), error);
        Assert.That(error, Does.Contain("FLR044: flowlab ended before its time").And.Contain($"flowlab run --resume \"{_folder.In("run")}\"").And.Contain("--checked").And.Contain("--isolate"));
        (int resumed, string output, _) = FlowLabProcess.Run(["run", "--resume", _folder.In("run"), "--checked", .. Plugins]);
        Assert.That(resumed, Is.EqualTo(3), output);
        Assert.That(output, Does.Not.Contain("cell 1/2").And.Contain("FLK208"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "the runtime dies by a signal")]
    public void With_isolation_a_crash_costs_one_cell_and_the_numbers_are_the_same()
    {
        (int code, string output, _) = Run(["writes-far", "throws-in-forward", "none"], "--isolate", "--threads", "1");

        Assert.That(code, Is.EqualTo(3), output);
        RunResults results = RunComparison.Read(_folder.In("run"));
        Assert.That(results.Cells.Select(cell => cell.Status), Is.EqualTo(new[] { CellStatus.Failed, CellStatus.Failed, CellStatus.Finished }));
        Assert.That(Message(results, 0), Does.Match(@"^FLR040: cell 'writes-far' failed after update 25: FLR041: its process ended by signal \d+ \(SIG[A-Z]+\)\."));
        Assert.That(Message(results, 1), Does.Contain("Forward says no"));
        Assert.That(File.Exists(_folder.In("run/report.html")), Is.True);

        Directory.Move(_folder.In("run"), _folder.In("isolated"));
        Run(["throws-in-forward", "none"]);
        Assert.That(File.ReadAllBytes(_folder.In("isolated/checkpoints/none.flc")), Is.EqualTo(File.ReadAllBytes(_folder.In("run/checkpoints/none.flc"))));
    }

    [TestCase("loops-later", true)]
    [TestCase("loops-in-kernel", false)]
    public void A_call_that_does_not_return_costs_its_cell_and_the_sweep_goes_on(string mistake, bool isLong)
    {
        if (isLong)
            LongTests.Require("Each waits for its limit twice, and usually a kernel is enough");
        foreach (string[] options in LongTests.AreOn ? [["--time-limit", "1"], ["--time-limit", "1", "--isolate"]] : (string[][])[["--time-limit", "1"]])
        {
            (int code, string output, string error) = Run([mistake, "none"], options);

            Assert.That((code, error), Is.EqualTo((3, "")), output);
            RunResults results = RunComparison.Read(_folder.In("run"));
            Assert.That(results.Cells.Select(cell => cell.Status), Is.EqualTo(new[] { CellStatus.Failed, CellStatus.Finished }));
            Assert.That(Message(results, 0), Does.Match(
                $@"^FLR040: cell '{mistake}' failed after update 29 in flow ""faulty"" of FaultyFlows .*: FLR042: its forward pass has not returned for 1 s, the limit of --time-limit"));
            Directory.Delete(_folder.In("run"), recursive: true);
        }
    }

    [Test]
    public void Memory_without_end_costs_its_cell()
    {
        (int code, string output, string error) = Run(["allocates", "none"], "--memory-limit", "1.5");

        Assert.That((code, error), Is.EqualTo((3, "")), output);
        RunResults results = RunComparison.Read(_folder.In("run"));
        Assert.That(results.Cells.Select(cell => cell.Status), Is.EqualTo(new[] { CellStatus.Failed, CellStatus.Finished }));
        Assert.That(Message(results, 0), Does.Match(@"failed after update (29|3\d)\b.*FLR043: the process has \d+\.\d GiB in memory; --memory-limit allows 1\.5"));
    }

    private static string[] Plugins => ["--plugins", TestFolders.RealPlugins, "--plugins", Path.Combine(TestFolders.TestPlugins, "FaultyFlows")];

    private (int Code, string Output, string Error) Run(string[] mistakes, params string[] options)
    {
        string list = string.Join(", ", mistakes.Select(mistake => $"\"{mistake}\""));
        File.WriteAllText(_folder.In("manifest.json"),
            $$"""
            { "name": "failing", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "faulty" } ],
              "training": { "batch": 50, "updates": 40, "metricsEvery": 10, "checkpointEvery": 25 },
              "evaluation": { "samples": 500, "gridResolution": 40, "figureResolution": 20 }, "seeds": 2, "sweep": { "flow.0.mistake": [ {{list}} ] } }
            """);
        return FlowLabProcess.Run(["run", _folder.In("manifest.json"), "--out", _folder.In("run"), .. Plugins, .. options]);
    }

    private static string Message(RunResults results, int cell) => results.Events.Single(entry => entry.Kind == RunEventKind.CellFailed && entry.Cell == cell).Message;
}
