using System.Text.Json.Nodes;
using FlowLab.Host.Commands;
using FlowLab.Host.Exports;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Tests.Runs;
using Spectre.Console.Testing;

namespace FlowLab.Host.Tests.Commands;

/// <summary>First manifests, by questions and by options.</summary>
public sealed class InitCommandTests
{
    private static readonly string[] Targets = ["U1", "two-moons", "npy", "expression"];

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create()
    {
        _folder = new TemporaryFolder();
        using FileStream file = File.Create(_folder.In("bars.npy"));
        NpyArray.Of("bars", [.. Enumerable.Range(0, 100 * 16).Select(index => index % 3 == 0 ? 1f : 0f)], 100, 4, 4).WriteTo(file);
    }

    [TearDown]
    public void Delete() => _folder.Dispose();

    /// <summary>What init writes has no faults: init itself checks it as run --check does, which builds every component and reads the data.</summary>
    [TestCaseSource(nameof(Targets))]
    public void A_first_manifest_has_no_faults(string target)
    {
        string[] own = target switch
        {
            "npy" => ["--set", $"path={_folder.In("bars.npy")}", "--likelihood", "gaussian"],
            "expression" => ["--set", "energy=(z1^2 + z2^2) / 2"],
            _ => [],
        };
        (int code, string output, string error) = Flowlab(["init", _folder.In("sub/first.json"), "--target", target, "--length", "3", .. own]);
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Is.EqualTo($"written: {_folder.In("sub/first.json")}\nfirst: 1 cell x 5 seeds, no faults\na first look: flowlab run {_folder.In("sub/first.json")} --preset quick\n"));
        (code, output, error) = Flowlab("run", _folder.In("sub/first.json"), "--preset", "quick", "--check");
        Assert.That((code, error), Is.EqualTo((0, "")), output);
    }

    [Test]
    public void Questions_are_asked_for_what_is_open_and_for_nothing_else()
    {
        using PluginCatalog catalog = PluginCatalog.Load([TestFolders.RealPlugins]);
        using TestConsole console = new TestConsole().Interactive().Width(200);
        console.Input.PushKey(ConsoleKey.Enter);
        console.Input.PushTextWithEnter("zero");
        console.Input.PushTextWithEnter("0");
        console.Input.PushTextWithEnter("7");
        console.Input.PushKey(ConsoleKey.Enter);

        FirstManifest manifest = new InitQuestions(console, catalog).Ask("mine", new InitOptions { Flow = "radial", Updates = 30 });

        JsonObject json = manifest.ToJson();
        Assert.That((json["name"]!.ToString(), json["flow"]![0]!["type"]!.ToString(), (int)json["flow"]![0]!["length"]!, (int)json["seeds"]!, (int)json["training"]!["updates"]!), Is.EqualTo(("mine", "radial", 7, 5, 30)));
        Assert.That(json["target"]!["name"]!.ToString(), Is.EqualTo(manifest.Target.Name));
        Assert.That(console.Output, Does.Contain("What is fitted?").And.Contain("How many layers?").And.Contain("expected a whole number from 1").And.Not.Contain("Which flow?").And.Not.Contain("updates?"));
    }

    [Test]
    public void What_is_missing_or_unknown_is_refused_and_nothing_is_written()
    {
        File.WriteAllText(_folder.In("there.json"), "{ }");
        string file = _folder.In("new.json");
        Assert.Multiple(() =>
        {
            Assert.That(Flowlab("init", _folder.In("there.json"), "--target", "U1").Error, Does.StartWith("FLR100 "));
            Assert.That(FlowLabProcess.Run("init", file).Error, Does.StartWith("FLR101 there is no terminal to ask at, and --target is not given; expected one of "));
            Assert.That(Flowlab("init", file, "--target", "U1", "--flow", "planer").Error, Does.StartWith("FLR102 there is no flow 'planer'; expected one of ").And.EndsWith("; did you mean planar?\n"));
            Assert.That(Flowlab("init", file, "--target", "npy").Error, Does.StartWith("FLR103 npy needs its path"));
            Assert.That(Flowlab("init", file, "--target", "U1", "--length", "0").Error, Does.Contain("--length must be at least 1."));
            Assert.That(File.Exists(file), Is.False);
            Assert.That(File.ReadAllText(_folder.In("there.json")), Is.EqualTo("{ }"));
            Assert.That(Flowlab("init", _folder.In("there.json"), "--target", "U1", "--force").Code, Is.Zero);
        });
    }

    private static (int Code, string Output, string Error) Flowlab(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = FlowLabCommand.Run([.. arguments, "--plugins", TestFolders.RealPlugins], output, error);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
