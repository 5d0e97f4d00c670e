using System.Globalization;
using System.Text.RegularExpressions;
using FlowLab.Host.Exports;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Seeds that do not fit into --memory are trained one group after the other: the run ends with the bytes of one that had them all together.</summary>
[TestFixture]
[Parallelizable]
public sealed partial class QueuedSeedsTests
{
    private const int Side = 4;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Groups_end_with_the_bytes_of_all_seeds_together()
    {
        string manifest = Energy(updates: 130);
        string memory = MemoryOfSeeds(manifest, 2);
        (int code, string output, string error) = FlowLabProcess.Run("run", manifest, "--memory", memory, "--out", _folder.In("run"));

        Assert.That((code, error), Is.EqualTo((0, "")), output);
        Assert.That(output, Does.Contain(" of 5 seeds at a time, group 2 of "));
        AssertAsPlanned(manifest);
        Assert.That(Directory.GetFiles(_folder.In("run/checkpoints"), "*.seeds-*"), Is.Empty);
    }

    [Test]
    public void Groups_of_a_latent_model_end_with_the_bytes_of_all_seeds_together()
    {
        LongTests.Require("An energy is usually enough");
        string manifest = Latent();
        (int code, string output, string error) = FlowLabProcess.Run("run", manifest, "--memory", MemoryOfSeeds(manifest, 1), "--isolate", "--out", _folder.In("run"));

        Assert.That((code is 0 or 3, error), Is.EqualTo((true, "")), output);
        AssertAsPlanned(manifest);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "sends signals")]
    public void What_was_stopped_in_a_group_goes_on_there_with_or_without_the_option()
    {
        LongTests.Require("Runs are interrupted, and their seeds trained in groups, by tests of their own");
        string manifest = Energy(updates: 1500);
        string memory = MemoryOfSeeds(manifest, 2);
        using (FlowLabProcess process = new("run", manifest, "--memory", memory, "--out", _folder.In("run")))
        {
            Assert.That(process.WaitUntil(() => Directory.Exists(_folder.In("run/checkpoints")) && Directory.GetFiles(_folder.In("run/checkpoints"), "*.seeds-?-?").Length > 1), Is.True, process.Error);
            process.Interrupt();
            Assert.That(process.WaitForExit(), Is.EqualTo(130), process.Error);
        }
        Assert.That(File.Exists(_folder.In("run/checkpoints/2.flc")), Is.False, "not all groups are done");
        (int resumed, string output, string error) = FlowLabProcess.Run("run", "--resume", _folder.In("run"));

        Assert.That((resumed is 0 or 3, error), Is.EqualTo((true, "")), output);
        Assert.That(output, Does.Match(@"2: \d of 5 seeds at a time, group 1 of \d, from update 1500\n"));
        AssertAsPlanned(manifest);
    }

    /// <summary>A group that is done is not trained again because more updates are wanted; one with a schedule that depends on their number has to be.</summary>
    [TestCase("", ", from update 1500", TestName = "A_group_goes_on_to_more_updates")]
    [TestCase("optimizer.schedule.type=cosine", "", TestName = "A_group_whose_rates_would_be_others_begins_again")]
    [Platform(Exclude = "Win", Reason = "sends signals")]
    public void A_group_and_more_updates(string set, string from)
    {
        string manifest = Energy(updates: 1500);
        string[] options = set.Length == 0 ? [] : ["--set", set], longer = [.. options, "--set", "training.updates=1615"];
        using (FlowLabProcess process = new(["run", manifest, .. options, "--memory", MemoryOfSeeds(manifest, 2), "--out", _folder.In("run")]))
        {
            Assert.That(process.WaitUntil(() => Directory.Exists(_folder.In("run/checkpoints")) && Directory.GetFiles(_folder.In("run/checkpoints"), "*.seeds-?-?").Length > 1), Is.True, process.Error);
            process.Interrupt();
            Assert.That(process.WaitForExit(), Is.EqualTo(130), process.Error);
        }
        (int resumed, string output, string error) = FlowLabProcess.Run(["run", "--resume", _folder.In("run"), .. longer]);

        Assert.That((resumed is 0 or 3, error), Is.EqualTo((true, "")), output);
        Assert.That(output, Does.Match($@"2: \d of 5 seeds at a time, group 1 of \d{from}\n"));
        AssertAsPlanned(manifest, longer);
    }

    [Test]
    public void A_run_is_extended_by_seeds_and_updates_in_groups()
    {
        LongTests.Require("Runs are extended, and their seeds trained in groups, by tests of their own");
        string manifest = Energy(updates: 130);
        Assert.That(FlowLabProcess.Run("run", manifest, "--seeds", "2", "--out", _folder.In("run")).Code, Is.Zero);
        string[] options = ["--set", "training.updates=215"];
        (int code, string output, string error) = FlowLabProcess.Run(["run", "--resume", _folder.In("run"), "--seeds", "5", .. options, "--memory", MemoryOfSeeds(manifest, 2)]);

        Assert.That((code, error), Is.EqualTo((0, "")), output);
        AssertAsPlanned(manifest, options);
    }

    [Test]
    public void A_seed_that_does_not_fit_costs_its_cell()
    {
        (int code, string output, string error) = FlowLabProcess.Run("run", Energy(updates: 130), "--memory", "0.000001", "--out", _folder.In("run"));

        Assert.That((code, error), Is.EqualTo((3, "")), output);
        Assert.That(output, Does.Match(@"FLR040: cell '2' failed before its first update: FLR050: a seed of cell '2' takes [\d.E-]+ GiB, and --memory allows 1E-06 for the seeds that are trained at a time\. Give it more"));
    }

    private void AssertAsPlanned(string manifest, params string[] options)
    {
        Assert.That(FinishedRuns.Copy(manifest, _folder.In("planned"), options), Is.AnyOf(0, 3));
        RunComparison.AssertSame(_folder.In("run"), _folder.In("planned"));
    }

    /// <summary>What a number of seeds takes at most, by what the program says that one takes.</summary>
    private string MemoryOfSeeds(string manifest, int seeds)
    {
        string output = FlowLabProcess.Run("run", manifest, "--memory", "0.000001", "--out", _folder.In("probe")).Output;
        double one = double.Parse(OneSeed().Matches(output)[^1].Groups[1].Value, CultureInfo.InvariantCulture);
        return (1.02 * seeds * one).ToString("0.########", CultureInfo.InvariantCulture);
    }

    private string Energy(int updates) => Write(
        $$"""
        { "name": "queue", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar" } ],
          "training": { "batch": 2000, "updates": {{updates}}, "metricsEvery": 20, "checkpointEvery": 50, "diagnoseEvery": 65 },
          "evaluation": { "samples": 500, "gridResolution": 40, "figureResolution": 20 }, "seeds": 5, "sweep": { "flow.0.length": [ 2, 3 ] } }
        """);

    private string Latent()
    {
        var random = new System.Random(7);
        using (FileStream file = File.Create(_folder.In("images.npy")))
            NpyArray.Of("images", [.. Enumerable.Range(0, 60 * Side * Side).Select(_ => (float)random.Next(2))], 60, Side, Side).WriteTo(file);
        return Write(
            $$"""
            { "name": "queue", "target": { "type": "dataset", "name": "npy", "path": "{{_folder.In("images.npy")}}", "binarization": "dynamic" },
              "model": { "latents": [ 2 ], "encoder": { "hidden": 8 }, "decoder": { "hidden": 8 } }, "flow": [ { "type": "planar", "length": 2 } ],
              "training": { "batch": 20, "updates": 70, "metricsEvery": 20, "checkpointEvery": 30 }, "evaluation": { "importanceSamples": 4 }, "seeds": 3 }
            """);
    }

    private string Write(string manifest)
    {
        string path = _folder.In("manifest.json");
        File.WriteAllText(path, manifest);
        return path;
    }

    [GeneratedRegex(@"takes ([\d.E-]+) GiB")]
    private static partial Regex OneSeed();
}
