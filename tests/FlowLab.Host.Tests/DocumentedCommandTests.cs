using System.Text.RegularExpressions;
using FlowLab.Host.Commands;
using FlowLab.Host.Exports;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests;

/// <summary>
/// Every command that README.md and docs/ show is run, in a folder with runs and files by the names that they use. What would take minutes is made small: <c>run</c> only
/// checks, numbers of draws and trials are cut down; what waits for people or the network (ui, watch, data get) shows its help.
/// </summary>
public sealed partial class DocumentedCommandTests
{
    private const string Tiny = """ "training": { "batch": 20, "updates": 4, "metricsEvery": 2 }, "evaluation": { "samples": 100, "gridResolution": 20, "figureResolution": 8, "importanceSamples": 4 }, "seeds": [0, 3] """;

    private const string Figure3 = """
        { "name": "figure3", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar", "length": 8 } ], TINY,
          "sweep": { "target.name": ["U1"], "method": [ { "label": "planar", "flow": [ { "type": "planar" } ] }, { "label": "NICE-perm", "flow": [ { "type": "nice", "network": { "hidden": 2 } } ] } ], "flow.0.length": [2, 8] } }
        """;

    private const string Table2 = """
        { "name": "table2", "target": { "type": "dataset", "name": "npy", "path": "IMAGES", "binarization": "static" }, "model": { "latents": [3], "encoder": { "hidden": 4 }, "decoder": { "hidden": 4 } }, TINY,
          "sweep": { "posterior": [ { "label": "K = 0", "flow": [] }, { "label": "K = 10", "flow": [ { "type": "planar", "length": 2 } ] } ] },
          "report": { "reference": { "title": "R", "metric": "test_nll", "values": [ { "at": { "posterior": "K = 0" }, "value": 9.5 } ] } } }
        """;

    private const string Mine = """{ "name": "mine", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar" } ], TINY, "search": { "flow.0.length": [1, 2] } }""";

    /// <summary>What is typed, and what is run in its place; the first that matches a part of the command.</summary>
    private static readonly (string Pattern, string Replacement)[] Smaller =
    [
        (@"^dotnet run -c Release --project src/FlowLab\.Host -- ", ""), (@"^flowlab ", ""), (@"\s{2,}\S.*$", ""), (@" > \S+$", ""), (@" \[[^\]]*\](?=( |$))", ""),
        (@"^run \.\.\. ", "run manifests/smoke.json "), (@"^(run|watch) MANIFEST", "$1 manifests/smoke.json"), (@"^tune MANIFEST", "tune mine.json"),
        (@"^(encode|decode) DIR", "$1 runs/table2 --cell K-10"), (@"^density DIR", "density runs/figure3 --cell U1-planar-2"), (@"^init( first\.json)?$", "init asked.json --target U1 --flow planar"), (@"^(tune mine\.json .*)--metric test_nll", "$1--metric kl"), (@"^runs$", "runs runs"), (@"\bDIR\b", "runs/figure3"), (@"\bU1-4\b", "U1-planar-2"), (@" list \| get \| verify", " list"),
        (@"^(ui|watch|data get)\b.*", "$1 --help"), (@"(--count|--draws) \d+", "$1 20"), (@"samples=\d+", "samples=100"), (@"--budget \w+|--trials \d+", "--trials 2"), (@"^tune (--resume )?runs/\S+", "tune --resume runs/mine-tune"),
        (@"^(run \S+\.json)(?!.*--check\b)", "$1 --check"), (@"My\.dll", "MyDll"), (@"^run --resume (\S+) --seeds.*", "run --resume $1 --check"), (@"src/MyFlow/\S+", "MyDll"),
        (@"^tune manifests/tune-u3\.json", "tune mine.json"), (@"^data (list|verify)( mnist)?", "data $1 --data data"), (@"--device (all|opencl\S*)", "--device cpu"),
    ];

    private static readonly string[] Pages = [Path.Combine(TestFolders.Repository, "README.md"), .. Directory.GetFiles(Path.Combine(TestFolders.Repository, "docs"), "*.md").Order(StringComparer.Ordinal)];

    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public void Train()
    {
        _folder = new TemporaryFolder();
        if (!LongTests.AreOn)
            return;
        Directory.CreateDirectory(_folder.In("manifests"));
        Directory.CreateDirectory(_folder.In("data"));
        foreach (string manifest in Directory.GetFiles(Path.Combine(TestFolders.Repository, "manifests")))
            File.Copy(manifest, _folder.In("manifests/" + Path.GetFileName(manifest)));
        Write("images.npy", 60, 9);
        Write("points.npy", 30, 2);
        Write("latents.npy", 5, 3);
        File.WriteAllText(_folder.In("mine.json"), Mine.Replace("TINY", Tiny, StringComparison.Ordinal));
        File.WriteAllText(_folder.In("figure3.json"), Figure3.Replace("TINY", Tiny, StringComparison.Ordinal));
        File.WriteAllText(_folder.In("table2.json"), Table2.Replace("TINY", Tiny, StringComparison.Ordinal).Replace("IMAGES", _folder.In("images.npy").Replace('\\', '/'), StringComparison.Ordinal));
        foreach ((string manifest, string run) in (IEnumerable<(string, string)>)[("figure3", "figure3"), ("table2", "table2"), ("table2", "table2-mnist"), ("mine", "monday"), ("mine", "tuesday"), ("mine", "mine")])
            Assert.That(Flowlab(["run", _folder.In(manifest + ".json"), "--out", _folder.In("runs/" + run)]).Code, Is.EqualTo(ExitCodes.Success).Or.EqualTo(ExitCodes.FinishedWithFaults), run);
        Assert.That(Flowlab(["tune", _folder.In("mine.json"), "--trials", "2", "--out", _folder.In("runs/mine-tune")]).Code, Is.EqualTo(ExitCodes.Success).Or.EqualTo(ExitCodes.FinishedWithFaults));
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void Every_command_of_the_pages_is_run()
    {
        LongTests.Require("There are more than sixty");
        (string Page, string Typed)[] commands = [.. Pages.SelectMany(page => CommandsOf(page).Select(typed => (Path.GetFileName(page), typed)))];
        var done = new Dictionary<string, (int Code, string Error)>();
        Assert.Multiple(() =>
        {
            foreach ((string page, string typed) in commands)
            {
                string run = Smaller.Aggregate(typed.Trim(), (text, rule) => Regex.Replace(text, rule.Pattern, rule.Replacement));
                if (!done.TryGetValue(run, out (int Code, string Error) result))
                    done[run] = result = Flowlab(Placed([.. WordsOf(run)], done.Count));
                Assert.That(result.Code is ExitCodes.Success or ExitCodes.FinishedWithFaults || IsWithoutData(result), Is.True, $"{page}: {typed}\nrun as: flowlab {run}\n{result.Error}");
            }
        });
        TestContext.Out.WriteLine($"{commands.Length} commands in {Pages.Length} pages, {done.Count} of them different, were run");
        Assert.That(commands, Has.Length.GreaterThan(60));
    }

    [Test]
    public void The_reference_of_manifests_is_what_the_schema_says()
    {
        string file = Path.Combine(TestFolders.Repository, "docs", "manifest-reference.md");
        using var output = new StringWriter();
        Assert.That(FlowLabCommand.Run(["schema", "--markdown", "--plugins", TestFolders.RealPlugins], output, TextWriter.Null), Is.Zero);
        if (Environment.GetEnvironmentVariable("FLOWLAB_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, output.ToString());
        Assert.That(File.ReadAllText(file), Is.EqualTo(output.ToString()), "docs/manifest-reference.md is generated: run the tests with FLOWLAB_UPDATE_SNAPSHOTS=1");
    }

    [Test]
    public void Links_between_the_pages_lead_somewhere() => Assert.Multiple(() =>
    {
        foreach (string page in Pages)
            foreach (Match link in LinkPattern().Matches(File.ReadAllText(page)))
                Assert.That(Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link.Groups[1].Value)), Is.True, $"{Path.GetFileName(page)}: {link.Value}");
    });

    private static IEnumerable<string> CommandsOf(string page)
    {
        bool isFenced = false;
        foreach (string line in File.ReadLines(page))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isFenced = !isFenced;
            else if (isFenced && CommandPattern().IsMatch(line))
                yield return line;
        }
    }

    /// <summary>Words as a shell takes them apart: quotes hold what is between them together.</summary>
    private static IEnumerable<string> WordsOf(string command) =>
        WordPattern().Matches(command).Select(match => match.Value.Contains('\'', StringComparison.Ordinal) ? match.Value.Replace("'", "", StringComparison.Ordinal) : match.Value.Replace("\"", "", StringComparison.Ordinal));

    /// <summary>Files and folders are those of the test's folder; every search has one of its own, and nothing that is written lies about.</summary>
    private string[] Placed(string[] words, int number) =>
    [
        words[0], .. words.Skip(1).Select(Placed),
        .. words[0] == "tune" && !words.Contains("--resume") ? (string[])["--out", _folder.In(FormattableString.Invariant($"searches/{number}"))] : [],
    ];

    private string Placed(string word) =>
        word == "MyDll" ? Path.Combine(TestFolders.RealPlugins, "Planar", "FlowLab.Plugins.Planar.dll")
        : word is "data" ? _folder.In(word)
        : FilePattern().IsMatch(word) ? _folder.In(word) : word;

    /// <summary>Data sets that are not on this machine are refused by name, which is as far as their commands go here.</summary>
    private static bool IsWithoutData((int Code, string Error) result) => result.Code == 2 && Regex.IsMatch(result.Error, "^FLD0(16|20|21)");

    private void Write(string name, int count, int width)
    {
        using FileStream file = File.Create(_folder.In(name));
        NpyArray array = width < 9 ? NpyArray.Of("p", Values(count * width), count, width) : NpyArray.Of("p", Values(count * width), count, 3, 3);
        array.WriteTo(file);
    }

    private static float[] Values(int count) => [.. Enumerable.Range(0, count).Select(index => index % 4 == 0 ? 1f : 0f)];

    private static (int Code, string Error) Flowlab(string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        bool takesPlugins = arguments[0] is not ("devices" or "runs" or "compare" or "report" or "explain" or "completion") && arguments[^1] != "--help";
        int code = FlowLabCommand.Run([.. arguments, .. takesPlugins ? ["--plugins", TestFolders.RealPlugins] : (string[])[]], output, error);
        return (code, error.ToString());
    }

    [GeneratedRegex(@"^(flowlab |dotnet run -c Release --project src/FlowLab\.Host -- )\S")]
    private static partial Regex CommandPattern();

    [GeneratedRegex(@"(?:'[^']*'|""[^""]*""|[^\s'""])+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"^(runs|manifests)(/|$)|^[\w./-]+\.(json|npy|npz|csv|svg|pdf|png|tex)$|^(figure3-export|elsewhere|models|curves|export)$")]
    private static partial Regex FilePattern();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex LinkPattern();
}
