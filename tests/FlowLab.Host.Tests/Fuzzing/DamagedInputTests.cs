using System.Text;
using FlowLab.Host.Commands;
using FlowLab.Host.Exports;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Results;
using FlowLab.Host.Tests.Manifests;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Fuzzing;

/// <summary>Damaged manifests, databases, plugins and command lines: a numbered refusal or a result, never an exception, a hang or memory without bound.</summary>
[TestFixture]
public sealed class DamagedInputTests
{
    private const long MostBytes = 256 << 20;

    private static readonly string[] Words =
    [
        "run", "report", "sample", "eval", "export", "explain", "schema", "data", "list", "verify", "plugins", "describe", "kernels", "show", "--set", "--seeds", "--count", "--seed", "--cell", "--preset",
        "--threads", "--device", "--out", "--resume", "--plugins", "--data", "--verbose", "--time-limit", "--memory-limit", "--checked", "--isolate", "--isolated-cell", "--fail-fast", "--allow-changes", "--help", "--version",
        "--target", "--", "-", "abc", "0", "-1", "1e9", "99999999999999999999", "NaN", "", " ", "=", "a=b", "flow.0.length=[", "no/such/file.json", "no/such/folder", "\u001b[31m", "\0", "größe", "日本", "@response", "[diagram]", "[parse]", "planar", "cpu", "opencl:7", "FLM012", "*", "'", "\"",
    ];

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_damaged_manifest_is_a_plan_or_a_list_of_numbered_faults()
    {
        byte[][] good = [.. Directory.GetFiles(Path.Combine(TestFolders.Repository, "manifests"), "*.json").Where(file => !file.EndsWith("schema.json", StringComparison.Ordinal)).Select(File.ReadAllBytes)];
        string path = _folder.In("manifest.json");
        Fuzz.Run(0.15, "manifest", random =>
        {
            byte[] damaged = random.Next(3) == 0 ? Fuzz.Damage(random, good[random.Next(good.Length)]) : SwapTokens(random, good[random.Next(good.Length)]);
            File.WriteAllBytes(path, damaged);
            long before = GC.GetAllocatedBytesForCurrentThread();
            ManifestResult result = ManifestLoader.Load(path, ManifestOverrides.None, ManifestBench.Catalog);
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(MostBytes));
            Assert.That(result.Plan is null, Is.EqualTo(result.Faults.Count > 0));
            foreach (ManifestFault fault in result.Faults)
                Assert.That(fault.ToString(), Does.Match(@"^FLM\d\d\d [^\x00-\x1f\x7f]*$"));
        });
    }

    [Test]
    public void A_damaged_override_is_a_plan_or_a_list_of_numbered_faults() => Fuzz.Run(0.05, "--set", random =>
    {
        byte[] damaged = Fuzz.Damage(random, Encoding.UTF8.GetBytes(random.Next(2) == 0 ? "flow.0.length=[2,8]" : "optimizer.schedule.type=cosine"));
        ManifestResult result = ManifestBench.Load(ManifestBench.Valid, Encoding.Latin1.GetString(damaged));
        Assert.That(result.Plan is null, Is.EqualTo(result.Faults.Count > 0));
    });

    [Test]
    public void A_damaged_database_is_read_or_refused_by_number()
    {
        RunFolder folder = SampleStore.Create(_folder.In("run"));
        using (RunStore store = RunStore.OpenOrCreate(folder))
        {
            SampleStore.Train(store, 0, 500);
            store.SaveResults(0, 500, SampleStore.Finals(), SampleStore.Densities());
        }
        byte[] good = File.ReadAllBytes(folder.Database);
        Fuzz.Run(0.03, "run.sqlite", random =>
        {
            File.WriteAllBytes(folder.Database, Fuzz.Damage(random, good));
            foreach (string suffix in (string[])["-wal", "-shm"])
                File.Delete(folder.Database + suffix);
            try
            {
                using RunStore store = RunStore.OpenForReading(folder);
                store.Read();
            }
            catch (RunException refusal)
            {
                Assert.That(refusal.Code, Is.AnyOf("FLR003", "FLR004", "FLR007"), refusal.Message);
            }
        });
    }

    [Test]
    public void Damaged_points_are_read_or_refused_by_number()
    {
        string file = _folder.In("points.npy");
        using MemoryStream good = new();
        NpyArray.Of("x", [1f, 2, 3, 4, 5, 6], 3, 2).WriteTo(good);
        Fuzz.Run(0.03, "points.npy", random =>
        {
            byte[] damaged = random.Next(2) == 0 ? Fuzz.Damage(random, good.ToArray()) : SwapShape(random, good.ToArray());
            File.WriteAllBytes(file, damaged);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Assert.That(NpyPoints.Read(file, 2), Has.Length.GreaterThan(0).And.All.Matches<float>(float.IsFinite));
            }
            catch (FlowLabException refusal)
            {
                Assert.That(refusal.Number, Is.EqualTo("FLR090"));
            }
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(MostBytes));
        });
    }

    [Test]
    public void A_damaged_plugin_is_loaded_or_refused_by_number()
    {
        byte[] good = File.ReadAllBytes(Path.Combine(TestFolders.TestPlugins, "GoodPlugin", "GoodPlugin.dll"));
        Directory.CreateDirectory(_folder.In("plugins/GoodPlugin"));
        Fuzz.Run(0.02, "plugin", random =>
        {
            File.WriteAllBytes(_folder.In("plugins/GoodPlugin/GoodPlugin.dll"), Fuzz.Damage(random, good));
            using PluginCatalog catalog = PluginCatalog.Load([_folder.In("plugins")]);
            foreach (PluginFault fault in catalog.Faults)
                Assert.That(fault.ToString(), Does.Match(@"^FLP\d\d\d "));
        });
    }

    [Test]
    public void A_plugin_folder_of_anything_is_searched_and_what_is_no_plugin_has_a_number()
    {
        byte[] good = File.ReadAllBytes(Path.Combine(TestFolders.TestPlugins, "GoodPlugin", "GoodPlugin.dll"));
        string[] names = ["GoodPlugin.dll", "GoodPlugin.deps.json", "GoodPlugin.runtimeconfig.json", "FlowLab.Plugins.a.dll", "FlowLab.Abstractions.dll", ".dll", "größe.dll", "a b.dll", "a.DLL", "a.deps.json", "notes.txt"];
        Fuzz.Run(0.02, "plugin folder", random =>
        {
            string root = Directory.CreateDirectory(_folder.In("plugins")).FullName;
            for (int files = random.Next(1, 6); files > 0; files--)
            {
                string folder = random.Next(4) switch { 0 => root, 1 => Path.Combine(root, "a"), 2 => Path.Combine(root, "GoodPlugin"), _ => Path.Combine(root, "a", "deeper") };
                Directory.CreateDirectory(folder);
                byte[] content = random.Next(3) switch { 0 => good, 1 => Fuzz.Damage(random, good), _ => Encoding.UTF8.GetBytes("""{ "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" }, "targets": { "x": null } }""") };
                File.WriteAllBytes(Path.Combine(folder, names[random.Next(names.Length)]), content);
            }
            using (PluginCatalog catalog = PluginCatalog.Load([root, .. random.Next(2) == 0 ? [Path.Combine(root, "a")] : Array.Empty<string>()]))
                foreach (PluginFault fault in catalog.Faults)
                    Assert.That(fault.ToString(), Does.Match(@"^FLP\d\d\d "));
            Directory.Delete(root, recursive: true);
        });
    }

    [Test]
    public void A_command_line_of_random_words_ends_with_a_result_or_a_refusal() => Fuzz.Run(0.15, "command line", random =>
    {
        string[] arguments = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Words[random.Next(Words.Length)])];
        using StringWriter output = new(), error = new();
        int code = FlowLabCommand.Run([.. arguments, .. arguments.Contains("run") ? new[] { "--check" } : []], output, error);
        Assert.That(code, Is.AnyOf(0, 2), $"{string.Join(" | ", arguments)}: {error}");
        Assert.That(error.ToString(), Does.Not.Contain("unexpectedly").And.Not.Contain("\u001b"), string.Join(" | ", arguments));
        if (!arguments.Contains("--verbose"))
            Assert.That(error.ToString(), Does.Not.Contain("System."), string.Join(" | ", arguments));
    });

    /// <summary>All commands and options there are, those among them that would start to work or wait; what they would do is not tried.</summary>
    [Test]
    public void A_command_line_of_any_words_is_understood_or_refused()
    {
        string[] words = [.. Words, .. Symbols(FlowLabCommand.Root).Distinct()];
        Fuzz.Run(0.05, "command line, not executed", random =>
        {
            string[] arguments = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => words[random.Next(words.Length)])];
            foreach (System.CommandLine.Parsing.ParseError error in FlowLabCommand.Root.Parse(arguments).Errors)
                Assert.That(error.Message, Is.Not.Empty.And.Not.Contain("System."), string.Join(" | ", arguments));
        });

        static IEnumerable<string> Symbols(System.CommandLine.Command command) =>
            command.Options.Select(option => option.Name).Concat(command.Subcommands.SelectMany(child => Symbols(child).Prepend(child.Name)));
    }

    /// <summary>Another shape in the header, huge ones among them, of the same length.</summary>
    private static byte[] SwapShape(System.Random random, byte[] good)
    {
        string[] axes = ["0", "1", "2", "3", "6", "4294967296", "9223372036854775808", "99999999999999999999999999999999999"];
        string shape = string.Join(", ", Enumerable.Range(0, random.Next(0, 4)).Select(_ => axes[random.Next(axes.Length)]));
        string text = Encoding.Latin1.GetString(good), swapped = text.Replace("(3, 2)", $"({shape})", StringComparison.Ordinal);
        int end = swapped.IndexOf('\n', StringComparison.Ordinal), padding = swapped.Length - text.Length;
        return Encoding.Latin1.GetBytes(padding > 0 ? swapped.Remove(Math.Max(end - padding, 0), padding) : swapped.Insert(end, new string(' ', -padding)));
    }

    /// <summary>Tokens of a JSON text in other places.</summary>
    private static byte[] SwapTokens(System.Random random, byte[] good)
    {
        string[] tokens = [.. System.Text.RegularExpressions.Regex.Matches(Encoding.UTF8.GetString(good), """ "(\\.|[^"\\])*" | [-+.\w]+ | \s+ | . """, System.Text.RegularExpressions.RegexOptions.IgnorePatternWhitespace).Select(match => match.Value)];
        string[] strange = ["null", "true", "-1", "1e400", "1e-400", "0", "2147483648", "[]", "{}", "\"\"", "\"\\u0000\"", "\"planar\"", "9007199254740993", "[[[[]]]]"];
        for (int swaps = random.Next(1, 4); swaps > 0; swaps--)
            tokens[random.Next(tokens.Length)] = random.Next(2) == 0 ? tokens[random.Next(tokens.Length)] : strange[random.Next(strange.Length)];
        return Encoding.UTF8.GetBytes(string.Concat(tokens));
    }
}
