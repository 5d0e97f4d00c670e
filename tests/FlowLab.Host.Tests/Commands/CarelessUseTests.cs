using FlowLab.Host.Commands;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>What people type without much thought: a refusal that says what was meant, and nothing left behind.</summary>
[TestFixture]
public sealed class CarelessUseTests
{
    private TemporaryFolder _folder = null!;

    private string Run => _folder.In("run");

    [OneTimeSetUp]
    public void Train()
    {
        _folder = new TemporaryFolder();
        File.WriteAllText(_folder.In("m.json"),
            """
            { "name": "small", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar" } ], "training": { "batch": 50, "updates": 10 },
              "evaluation": { "samples": 200, "gridResolution": 30, "figureResolution": 20 }, "seeds": 2 }
            """);
        Assert.That(Flowlab("run", _folder.In("m.json"), "--out", Run).Code, Is.Zero);
    }

    [OneTimeTearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("run RUN/manifest.json --out|", "--out is empty; look whether a variable of the shell is not set.")]
    [TestCase("run|", "the argument <manifest> is empty; look whether a variable of the shell is not set.")]
    [TestCase("run --resume|", "--resume is empty")]
    [TestCase("tune --resume| ", "--resume is empty")]
    [TestCase("report|", "the argument <folder> is empty")]
    [TestCase("sample RUN --out| ", "--out is empty")]
    [TestCase("watch RUN/manifest.json --out|", "--out is empty")]
    [TestCase("plugins --plugins|", "--plugins is empty")]
    public void A_path_without_a_name_is_refused(string command, string expected)
    {
        string[] parts = command.Replace("RUN", Run, StringComparison.Ordinal).Split('|');
        Assert.That(Flowlab([.. parts[0].Split(' '), parts[1]]), Refused(expected));
    }

    [TestCase("run --resume RUN --out elsewhere", "--out is the folder of a new run")]
    [TestCase("tune --resume RUN --out elsewhere", "--out is the folder of a new search")]
    [TestCase("run RUN/manifest.json --isolated-cell 0", "--isolated-cell is what --isolate starts by itself")]
    [TestCase("run --resume RUN --isolated-cell 99", "FLR030: the run 'RUN' has no cell '99'. Its cells are small.")]
    [TestCase("run --resume RUN --isolated-cell -1", "FLR030: the run 'RUN' has no cell '-1'")]
    [TestCase("sample RUN --count 999999999999999 --out RUN/x.npz", "FLR005: no space is left to write 'RUN/x.npz': it needs 14901161.2 GiB")]
    [TestCase("check RUN/manifest.json", "FLR029 'RUN/manifest.json' is no plugin's DLL, and no plugin offers a component")]
    [TestCase("sample RUN --out /proc/x.npz", "FLR008: '/proc/x.npz' cannot be read or written", IncludePlatform = "Linux")]
    [TestCase("run /dev/zero --check", "FLM004 $: /dev/zero is too large for a manifest; expected at most 16777216 bytes; found more", IncludePlatform = "Linux")]
    public void What_makes_no_sense_is_refused_and_leaves_nothing(string command, string expected)
    {
        string[] before = Entries();
        Assert.That(Flowlab(command.Replace("RUN", Run, StringComparison.Ordinal).Split(' ')), Refused(expected.Replace("RUN", Run, StringComparison.Ordinal)));
        Assert.That(Entries(), Is.EquivalentTo(before));
        Assert.That(Directory.Exists("elsewhere"), Is.False);
    }

    [Test]
    public void A_plugin_folder_that_is_not_there_is_told_even_where_nothing_of_it_is_needed()
    {
        (int code, string output, string error) = Flowlab("run", _folder.In("m.json"), "--check", "--plugins", TestFolders.RealPlugins, "--plugins", _folder.In("nowhere"));
        Assert.That((code, output), Is.EqualTo((0, "small: 1 cell x 2 seeds, no faults\n")));
        Assert.That(error, Is.EqualTo($"FLP014 {_folder.In("nowhere")}: there is no such plugin folder; create it or name another with --plugins\n"));
        Assert.That(Flowlab("sample", Run, "--out", _folder.In("x.npz"), "--plugins", _folder.In("m.json"), "--plugins", TestFolders.RealPlugins).Error, Does.Contain("is a file, but no plugin's DLL"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "POSIX signals")]
    public void Draws_that_are_interrupted_leave_no_file()
    {
        string samples = Path.Combine(Run, "samples");
        using FlowLabProcess process = new("sample", Run, "--count", "300000000");
        Assert.That(process.WaitUntil(() => Directory.Exists(samples) && Directory.GetFiles(samples).Length > 1), Is.True, process.Error);
        process.Interrupt();
        Assert.That(process.WaitForExit(), Is.EqualTo(130), process.Error);
        Assert.That(process.Error, Does.StartWith("interrupted; what was not complete is not kept"));
        Assert.That(Directory.GetFiles(samples), Is.Empty);
        Directory.Delete(samples);
    }

    /// <summary>What is in the folder of the run, without the files that SQLite comes and goes with.</summary>
    private string[] Entries() => [.. Directory.GetFileSystemEntries(Run).Where(file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal))];

    private static NUnit.Framework.Constraints.PredicateConstraint<(int Code, string Output, string Error)> Refused(string expected) =>
        new(result => result.Code == ExitCodes.InvalidInput && result.Error.Contains(expected, StringComparison.Ordinal));

    private static (int Code, string Output, string Error) Flowlab(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = FlowLabCommand.Run([.. arguments, .. arguments.Contains("--plugins") || arguments[0] is "plugins" or "report" ? Array.Empty<string>() : ["--plugins", TestFolders.RealPlugins]], output, error);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
