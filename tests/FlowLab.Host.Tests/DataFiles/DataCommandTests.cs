using System.Text;
using FlowLab.Host.Commands;
using FlowLab.Host.Tests.Commands;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.DataFiles;

/// <summary><c>flowlab data</c> with a plugin whose mirror is played here.</summary>
[NonParallelizable]
public sealed class DataCommandTests
{
    private const string MirrorVariable = "FLOWLAB_TEST_MIRROR";
    private const string FolderVariable = "FLOWLAB_DATA";

    private static readonly byte[] First = Lines("first.txt", 2000);
    private static readonly byte[] Second = Lines("more/second.txt", 1);

    private TemporaryFolder _folder = null!;
    private MirrorServer _mirror = null!;
    private string? _environment;

    [SetUp]
    public void CreateMirror()
    {
        _folder = new TemporaryFolder();
        _mirror = new MirrorServer();
        _mirror.Offer("first.txt.gz", DownloadBench.Gzip(First));
        _mirror.Offer("more/second.txt.gz", Second);
        _environment = Environment.GetEnvironmentVariable(FolderVariable);
        Environment.SetEnvironmentVariable(MirrorVariable, _mirror.Address);
        Environment.SetEnvironmentVariable(FolderVariable, null);
    }

    [TearDown]
    public void DisposeMirror()
    {
        Environment.SetEnvironmentVariable(MirrorVariable, null);
        Environment.SetEnvironmentVariable(FolderVariable, _environment);
        _mirror.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void List_get_list_verify()
    {
        Assert.That(Data("list").Output, Is.EqualTo(
            $"""
            data folder: {_folder.Path} (--data)
            SET    FILE             CONTENT       STATE    WHERE
            poems  first.txt        44,890 bytes  missing  -
            poems  more/second.txt  26 bytes      missing  -

            """));

        (int code, string output, _) = Data("get", "poems");
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain($"first.txt: from {_mirror.Address}/first.txt.gz\nfirst.txt: {_folder.In("first.txt.gz")}\n"));

        Assert.That(Data("list").Output, Does.Contain($"44,890 bytes  there  {_folder.In("first.txt.gz")}\n").And.Contain($"26 bytes      there  {Path.Combine(_folder.Path, "more", "second.txt")}\n"));
        (code, output, string error) = Data("verify");
        Assert.That((code, output.Split('\n').Count(line => line.StartsWith("ok  ", StringComparison.Ordinal))), Is.EqualTo((0, 2)), error);
    }

    [Test]
    public void Verify_of_nothing_is_no_success()
    {
        (int code, string output, string error) = Data("verify");
        Assert.That((code, output), Is.EqualTo((2, "")));
        Assert.That(error, Does.Contain($"\nFLD021 no file that a plugin knows is in the data folder; expected one at least in {_folder.Path}; found none"));
    }

    [Test]
    public void Verify_tells_a_wrong_content_and_a_missing_file_by_its_exit_code()
    {
        Data("get", "first.txt");
        Assert.That(Data("verify").Code, Is.Zero);
        Assert.That(Data("verify", "poems"), Is.EqualTo((2, Data("verify").Output, Data("verify", "more/second.txt").Error)), "missing, but asked for");
        Assert.That(Data("verify", "more/second.txt").Error, Does.Match("FLD021 more/second.txt: the file is not in the data folder; .* flowlab data get more/second.txt --data "));

        byte[] changed = [.. First];
        changed[1000] ^= 1;
        File.WriteAllBytes(_folder.In("first.txt.gz"), DownloadBench.Gzip(changed));
        (int code, string output, string error) = Data("verify");
        Assert.That((code, output), Is.EqualTo((2, "")));
        Assert.That(error, Does.Contain($"FLD022 {_folder.In("first.txt.gz")}: the file has another content; expected 44,890 bytes with SHA-256 "));
        Assert.That(Data("list").Output, Does.Contain("there"), "the list only looks at sizes");
    }

    [Test]
    public void Verify_reads_a_plain_file_before_a_compressed_one_and_refuses_damage()
    {
        File.WriteAllBytes(_folder.In("first.txt"), First);
        File.WriteAllBytes(_folder.In("first.txt.gz"), [0x1F, 0x8B, 8, 0, 1]);
        Assert.That(Data("verify").Code, Is.Zero);
        File.Delete(_folder.In("first.txt"));
        Assert.That(Data("verify").Code, Is.EqualTo(2));
        Assert.That(Data("list").Output, Does.Contain("unreadable"));
        File.WriteAllBytes(_folder.In("first.txt.gz"), DownloadBench.Gzip(First[..^1]));
        Assert.That(Data("list").Output, Does.Contain("wrong size: 44,889 bytes"));
        Assert.That(Data("get", "first.txt").Code, Is.Zero);
        Assert.That(Data("verify").Code, Is.Zero);
    }

    [Test]
    public void An_interrupted_download_is_listed()
    {
        byte[] compressed = DownloadBench.Gzip(First);
        _mirror.Offer("first.txt.gz", compressed, new MirrorAnswer { BreaksAfter = 3000 }, new MirrorAnswer { Status = 404 });
        Assert.That(Data("get", "first.txt").Code, Is.EqualTo(2));
        Assert.That(Data("list").Output, Does.Contain("missing, 3.0 kB downloaded"));
        Assert.That(Data("get", "first.txt").Code, Is.Zero);
        Assert.That(_mirror.Requests.Last().Range, Is.EqualTo("bytes=3000-"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "sends SIGINT")]
    public void A_process_that_is_interrupted_or_killed_keeps_what_it_has([Values] bool isKilled)
    {
        byte[] compressed = DownloadBench.Gzip(First);
        _mirror.Offer("first.txt.gz", compressed, new MirrorAnswer { BreaksAfter = 3000, Hangs = true });
        using (FlowLabProcess process = new("data", "get", "first.txt", "--data", _folder.Path, "--plugins", Plugin()))
        {
            Assert.That(process.WaitUntil(() => Directory.Exists(_folder.In(".downloads")) && Directory.GetFiles(_folder.In(".downloads"), "*.part").Any(file => new FileInfo(file).Length == 3000)), Is.True, process.Error);
            if (isKilled)
                process.Kill();
            else
                process.Interrupt();
            Assert.That(isKilled || process.WaitForExit() == 130, Is.True, process.Error);
            Assert.That(process.Error.Contains("interrupted; what was downloaded is kept. Give the same command again to go on.", StringComparison.Ordinal), Is.EqualTo(!isKilled));
        }
        Assert.That(Data("get", "first.txt").Code, Is.Zero);
        Assert.That(_mirror.Requests.Last(), Is.EqualTo(("first.txt.gz", "bytes=3000-", "\"one\"")));
        Assert.That(File.ReadAllBytes(_folder.In("first.txt.gz")), Is.EqualTo(compressed));
    }

    [Test]
    public void A_file_that_cannot_be_had_does_not_stop_the_others()
    {
        _mirror.Offer("first.txt.gz", First, new MirrorAnswer { Status = 404 });
        (int code, _, string error) = Data("get", "poems");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("FLD024 first.txt: ").And.Contain("  3. check it: flowlab data verify first.txt --data "));
        Assert.That(File.ReadAllBytes(Path.Combine(_folder.Path, "more", "second.txt")), Is.EqualTo(Second));
    }

    [Test]
    public void An_unknown_name_is_refused_with_the_nearest()
    {
        Assert.That(Data("get", "poem"), Is.EqualTo((2, "", Faults() + "FLD023 \"poem\" is no data file that a plugin knows; expected one of poems, first.txt, more/second.txt; did you mean \"poems\"?\n")));
        Assert.That(Data("get").Code, Is.EqualTo(2));
    }

    [Test]
    public void Wrong_descriptions_are_faults_and_left_out()
    {
        string[] faults = Data("list").Error.TrimEnd().Split('\n');
        Assert.That(faults, Has.Length.EqualTo(9).And.All.StartWith("FLD027 data files \""));
        Assert.That(faults[0], Does.Contain("../evil: the plugin describes the file wrongly: its name must be letters,"));
        Assert.That(faults, Has.One.Contains("local: the plugin describes the file wrongly: \"file:///etc/passwd\" is no http or https address;"));
        Assert.That(faults[^1], Does.Contain("\"shadow\", first.txt: the plugin describes the file wrongly: data files \"poems\" describe a file of this name with another content;"));
        Assert.That(Data("list").Output, Does.Not.Contain("escaping").And.Not.Contain("shadow"));
    }

    [Test]
    public void The_variable_names_the_folder_unless_the_option_does()
    {
        Environment.SetEnvironmentVariable(FolderVariable, _folder.In("other"));
        Assert.That(Run("data", "list", "--plugins", Plugin()).Output, Does.StartWith($"data folder: {_folder.In("other")} (FLOWLAB_DATA)\n"));
        Assert.That(Data("list").Output, Does.StartWith($"data folder: {_folder.Path} (--data)\n"));
        Environment.SetEnvironmentVariable(FolderVariable, null);
        Assert.That(Run("data", "list", "--plugins", Plugin()).Output, Does.Match("^data folder: .*FlowLab.data \\(the default\\)\n"));
    }

    [Test]
    public void Verbose_shows_license_checksums_and_mirrors() => Assert.That(
        Data("list", "--verbose").Output, Does.Contain($"\nfirst.txt\n  2000 lines. made up\n  license: public domain\n  sha256 of the content: ").And.Contain($"  mirror: {_mirror.Address}/first.txt.gz\n"));

    [Test]
    public void A_run_hands_the_folder_to_components_and_refuses_a_file_that_is_not_there_or_wrong()
    {
        string manifest = _folder.In("manifest.json");
        File.WriteAllText(manifest, """{ "name": "r", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar", "length": 1 } ], "optimizer": { "schedule": "reading" }, "training": { "batch": 10, "updates": 2 } }""");
        string[] arguments = ["run", manifest, "--plugins", Plugin(), "--plugins", TestFolders.RealPlugins, "--data", _folder.Path];

        (int code, _, string error) = Run([.. arguments, "--out", _folder.In("a")]);
        Assert.That((code, error), Is.EqualTo((2, Data("verify", "first.txt").Error[Faults().Length..])));

        File.WriteAllBytes(_folder.In("first.txt"), First[..^1]);
        Assert.That(Run([.. arguments, "--out", _folder.In("b")]).Error, Does.StartWith("FLD022 "));

        File.WriteAllBytes(_folder.In("first.txt"), First);
        Assert.That(Run([.. arguments, "--out", _folder.In("c")]).Code, Is.Zero);
    }

    [Test]
    public void The_real_files_are_right()
    {
        string data = Path.GetFullPath(Path.Combine(TestFolders.Repository, "..", "shared", "data"));
        if (!Directory.Exists(data))
            Assert.Ignore($"there is no {data}");
        (int code, string output, string error) = Run("data", "verify", "mnist", "freyfaces", "cifar-10-batches-bin/data_batch_1.bin", "cifar-10-batches-bin/test_batch.bin", "--data", data, "--plugins", TestFolders.RealPlugins);
        Assert.That((code, output.Split('\n').Count(line => line.StartsWith("ok  ", StringComparison.Ordinal)), error), Is.EqualTo((0, 7, "")));
    }

    private (int Code, string Output, string Error) Data(string command, params string[] arguments) =>
        Run(["data", command, .. arguments, "--data", _folder.Path, "--plugins", Plugin()]);

    private string Faults() => Data("list").Error;

    private static string Plugin() => Path.Combine(TestFolders.TestPlugins, "DataPlugin");

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = FlowLabCommand.Run(arguments, output, error);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    private static byte[] Lines(string name, int lines) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, lines).Select(line => $"line {line} of {name}\n")));
}
