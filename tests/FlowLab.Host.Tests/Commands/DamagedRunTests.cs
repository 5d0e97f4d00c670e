using System.Diagnostics;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Run folders whose database is gone, empty, cut or old, or that lie on a disk that cannot be written to.</summary>
[TestFixture]
[Parallelizable]
public sealed class DamagedRunTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("gone")]
    [TestCase("empty")]
    [TestCase("cut")]
    [TestCase("no database")]
    public void A_database_that_is_lost_is_noticed_and_what_checkpoints_hold_is_measured_again(string damage)
    {
        if (damage is "empty" or "no database")
            LongTests.Require("One that is gone and one that is cut are usually enough");
        Assert.That(FinishedRuns.Copy(Manifest(), _folder.In("run")), Is.Zero);
        byte[] summary = File.ReadAllBytes(_folder.In("run/summary.csv"));
        Damage(damage);
        (int read, _, string unreadable) = Run("report", _folder.In("run"));
        Assert.That((read, unreadable[..6]), Is.EqualTo((2, damage == "gone" ? "FLR002" : damage == "no database" ? "FLR003" : "FLR004")), unreadable);

        (int code, string output, string error) = Run("run", "--resume", _folder.In("run"));
        Assert.That((code, error), Is.EqualTo((0, "")), output);
        Assert.That(output, Does.Contain("FLR046: the database knew cell '2' up to update 0, its checkpoint is of update 120"));
        Assert.That(output.Contains("FLR048", StringComparison.Ordinal), Is.EqualTo(damage is "cut" or "no database"), output);
        Assert.That(File.ReadAllBytes(_folder.In("run/summary.csv")), Is.EqualTo(summary));
        Assert.That(RunComparison.Read(_folder.In("run")).Events.Select(entry => entry.Message), Has.Some.StartsWith("FLR046"));
    }

    [Test]
    public void A_database_that_is_older_than_its_checkpoints_is_noticed()
    {
        Assert.That(Run("run", Manifest(), "--out", _folder.In("run"), "--set", "flow.0.length=[2]").Code, Is.Zero);
        File.Copy(_folder.In("run/run.sqlite"), _folder.In("old.sqlite"));
        Assert.That(Run("run", "--resume", _folder.In("run"), "--set", "training.updates=300").Code, Is.Zero);
        byte[] summary = File.ReadAllBytes(_folder.In("run/summary.csv"));
        File.Copy(_folder.In("old.sqlite"), _folder.In("run/run.sqlite"), overwrite: true);

        (int code, string output, string error) = Run("run", "--resume", _folder.In("run"));
        Assert.That((code, error), Is.EqualTo((0, "")), output);
        Assert.That(output, Does.Contain("FLR046: the database knew cell '2' up to update 120, its checkpoint is of update 300: the training curve in between is lost."));
        Assert.That(File.ReadAllBytes(_folder.In("run/summary.csv")), Is.EqualTo(summary));
    }

    [Test]
    public void A_database_of_another_program_is_left_alone()
    {
        Assert.That(FinishedRuns.Copy(Manifest(), _folder.In("run")), Is.Zero);
        byte[] foreign = File.ReadAllBytes(_folder.In("run/run.sqlite"));
        foreign[71] ^= 1;
        File.WriteAllBytes(_folder.In("run/run.sqlite"), foreign);
        (int code, _, string error) = Run("run", "--resume", _folder.In("run"));
        Assert.That((code, error[..6]), Is.EqualTo((2, "FLR003")));
        Assert.That(File.ReadAllBytes(_folder.In("run/run.sqlite")), Is.EqualTo(foreign));
    }

    [Test]
    [Platform(Include = "Linux", Reason = "mounts a file system")]
    public void A_run_on_a_disk_that_cannot_be_written_to_is_reported_sampled_measured_and_exported()
    {
        using SmallDisk disk = SmallDisk.Mount(megabytes: 16);
        Assert.That(FinishedRuns.Copy(Manifest(), disk.In("run")), Is.Zero);
        byte[] report = File.ReadAllBytes(disk.In("run/report.html"));
        disk.MakeReadOnly();

        Assert.That(Run("report", disk.In("run"), "--out", _folder.In("report")), Is.EqualTo((0, $"report: {_folder.In("report/report.html")}\n", "")));
        Assert.That(File.ReadAllBytes(_folder.In("report/report.html")), Is.EqualTo(report));
        Assert.That(Directory.GetFileSystemEntries(_folder.In("report")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "report.html", "summary.csv", "figures" }));
        Assert.That(Run("sample", disk.In("run"), "--cell", "2", "--out", _folder.In("x.npz")).Code, Is.Zero);
        Assert.That(Run("eval", disk.In("run"), "--out", _folder.In("x.csv")).Code, Is.Zero);
        Assert.That(Run("export", disk.In("run"), "--out", _folder.In("export")).Code, Is.Zero);
        foreach (string command in (string[])["report", "eval", "export", "sample"])
        {
            string[] cell = command == "sample" ? ["--cell", "2"] : [];
            (int code, _, string error) = Run([command, disk.In("run"), .. cell]);
            Assert.That((code, error[..6]), Is.EqualTo((2, "FLR008")), command);
            Assert.That(error, Does.Contain("--out"), command);
        }
    }

    private void Damage(string damage)
    {
        string database = _folder.In("run/run.sqlite");
        if (damage == "gone")
            File.Delete(database);
        else if (damage == "empty")
            File.WriteAllBytes(database, []);
        else if (damage == "cut")
            File.WriteAllBytes(database, File.ReadAllBytes(database)[..20_000]);
        else
            File.WriteAllText(database, new string('x', 5000));
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments) => FlowLabProcess.Run(arguments);

    private string Manifest()
    {
        File.WriteAllText(_folder.In("manifest.json"),
            """
            { "name": "small", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar" } ],
              "training": { "batch": 50, "updates": 120, "metricsEvery": 10, "checkpointEvery": 50 },
              "evaluation": { "samples": 500, "gridResolution": 40, "figureResolution": 40 }, "seeds": 2, "sweep": { "flow.0.length": [ 2, 3 ] } }
            """);
        return _folder.In("manifest.json");
    }
}
