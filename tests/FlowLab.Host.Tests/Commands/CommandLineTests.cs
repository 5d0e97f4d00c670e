using System.Diagnostics;
using System.Text.Json.Nodes;
using FlowLab.Host.Commands;

namespace FlowLab.Host.Tests.Commands;

/// <summary>The real program, started as a process.</summary>
[Parallelizable]
public class CommandLineTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("flowlab-cli-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Every_command_has_an_example_that_can_be_parsed()
    {
        System.CommandLine.Command[] commands = [.. Below(FlowLabCommand.Root)];

        Assert.That(ExampleHelp.Examples.Keys, Is.EquivalentTo(commands.Select(ExampleHelp.PathOf)));
        foreach ((string path, string example) in ExampleHelp.Examples)
        {
            System.CommandLine.ParseResult parsed = FlowLabCommand.Root.Parse([.. example.Split(" > ")[0].Split(' ').Skip(1)]);
            Assert.That((ExampleHelp.PathOf(parsed.CommandResult.Command), parsed.Errors.Select(error => error.Message)), Is.EqualTo((path == "data" ? "data list" : path, Array.Empty<string>())), example);
            using var help = new StringWriter();
            Assert.That(FlowLabCommand.Run([.. path.Split(' '), "--help"], help, TextWriter.Null), Is.Zero);
            Assert.That(help.ToString(), Does.Contain($"Example:\n  {example}"));
        }
    }

    [Test]
    public void An_option_without_its_value_is_refused_whatever_else_there_is()
    {
        foreach (System.CommandLine.Command command in Below(FlowLabCommand.Root))
        {
            string[] path = ExampleHelp.PathOf(command).Split(' '), lacking = [.. command.Options.Where(option => option.Arity.MinimumNumberOfValues > 0).Select(option => option.Name)];
            foreach (string name in lacking)
                foreach (string other in lacking.Where(other => other != name))
                    Assert.That(FlowLabCommand.Root.Parse([.. path, other, "8", name, "--", "--"]).Errors, Is.Not.Empty, $"{command.Name} {other} 8 {name} -- --");
        }
    }

    [Test]
    public void The_shell_is_told_what_may_come_next()
    {
        Assert.That(Run("[suggest:6]", "run --").Output.Split('\n'), Does.Contain("--preset").And.Contain("--only-plugins"));
        Assert.That(Run("[suggest:3]", "dev").Output.Trim(), Is.EqualTo("devices"));
        foreach (string shell in (string[])["bash", "zsh", "pwsh"])
            Assert.That(Run("completion", shell).Output, Does.Contain("flowlab \"[suggest:$at]\" \"$rest\""));
        Assert.That(Run("completion", "fish").Code, Is.EqualTo(2));
    }

    [Test]
    public void Given_plugins_are_added_to_the_installed_ones_or_replace_them()
    {
        string good = Path.Combine(TestFolders.TestPlugins, "GoodPlugin");

        string added = FlowLabProcess.Run("plugins", "--plugins", good).Output, only = FlowLabProcess.Run("plugins", "--only-plugins", good, "--json").Output;

        Assert.That(added, Does.Contain("planar").And.Contain("GoodPlugin.dll"));
        System.Text.Json.Nodes.JsonArray rows = System.Text.Json.Nodes.JsonNode.Parse(only)!.AsArray();
        Assert.That(rows.Select(row => row!["plugin_file"]!.ToString()).Distinct(), Is.EqualTo(new[] { "GoodPlugin.dll" }));
        Assert.That(rows.Select(row => row!["name"]!.ToString()), Does.Contain("good"));
    }

    [Test]
    public void Check_prints_the_size_of_the_experiment()
    {
        string manifest = Write("""{ "name": "grid", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar" } ], "seeds": 3, "sweep": { "flow.0.length": [ 2, 4 ] } }""");

        Assert.That(Run("run", manifest, "--check"), Is.EqualTo((0, "grid: 2 cells x 3 seeds, no faults\n", "")));
        Assert.That(Run("run", manifest, "--check", "--seeds", "7", "--set", "flow.0.length=[1,2,3]"), Is.EqualTo((0, "grid: 3 cells x 7 seeds, no faults\n", "")));
    }

    [TestCase("optimizer.learningRate=[0.01,0.02]", 2)]
    [TestCase("training.batch=range(10, 50, 10)", 5)]
    [TestCase("flow.0.length=range(1,3)", 3)]
    [TestCase("target.name=[U1, U2,U3]", 3)]
    [TestCase("sweep.target.name=[U1,U2]", 2)]
    public void Several_values_are_an_axis_that_the_manifest_does_not_have(string set, int cells)
    {
        string manifest = Write("""{ "name": "grid", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar" } ], "seeds": 2 }""");

        Assert.That(Run("run", manifest, "--check", "--set", set), Is.EqualTo((0, $"grid: {cells} cells x 2 seeds, no faults\n", "")));
        Assert.That(Run("run", manifest, "--check", "--set", "training.batch=range(5)").Error, Does.Contain("--set training.batch=range(5) is no range; expected range(first, last)"));
    }

    [TestCase("[U1,]")]
    [TestCase("[U1, \"U2\"")]
    [TestCase("[]")]
    public void What_only_looks_like_a_list_is_a_name_that_nothing_has(string value)
    {
        string manifest = Write("""{ "name": "grid", "target": { "type": "energy", "name": "U1" }, "seeds": 3 }""");

        (int code, _, string error) = Run("run", manifest, "--check", "--set", $"target.name={value}");
        Assert.That((code, error.Contains("$.target.name", StringComparison.Ordinal)), Is.EqualTo((ExitCodes.InvalidInput, true)), error);
    }

    [Test]
    public void A_preset_can_be_named_and_is_named_back()
    {
        string manifest = Write("""{ "name": "grid", "target": { "type": "energy", "name": "U1" }, "seeds": 3, "presets": { "quick": { "description": "One seed.", "seeds": 1 } } }""");

        Assert.That(Run("run", manifest, "--check", "--preset", "quick"), Is.EqualTo((0, "grid: 1 cell x 1 seed, preset quick (One seed), no faults\n", "")));
        (int code, _, string error) = Run("run", manifest, "--check", "--preset", "quik");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("FLM028 $.preset (from --preset): there is no preset \"quik\"; expected one of quick; did you mean \"quick\"?"));
    }

    [Test]
    public void All_faults_are_shown_at_once_and_the_exit_code_is_2()
    {
        string manifest = Write("""{ "name": "x", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planer" } ], "training": { "batch": 0 } }""");
        (int code, string output, string error) = Run("run", manifest);

        Assert.That((code, output), Is.EqualTo((2, "")));
        Assert.That(error, Is.EqualTo(
            $"""
            {manifest}: 2 faults, nothing was run
              FLM012 $.training.batch: out of range; expected a whole number from 1 to 1000000, in samples; found 0
              FLM015 $.flow[0].type: no plugin offers a flow "planer"; expected one of autoregressive, glow, hamiltonian, householder, langevin, nice, planar, radial, real-nvp, spline-autoregressive, spline-coupling, sylvester; did you mean "planar"?
            docs/errors.md explains each number.

            """));
    }

    [Test]
    public void Plugins_lists_components_and_faults()
    {
        (int code, string output, string error) = Run("plugins", "--only-plugins", Path.Combine(TestFolders.TestPlugins, "GoodPlugin"), "--only-plugins", Path.Combine(TestFolders.TestPlugins, "WrongContractVersion"));

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Match("(?m)^schedule  good       scale, count, .*  GoodPlugin\\.dll  0\\.1\\.0    [0-9a-f]{12}  Works\\.$"));
        Assert.That(error, Does.StartWith("FLP003 "));
        Assert.That(Run("plugins", "--strict", "--plugins", Path.Combine(TestFolders.TestPlugins, "WrongContractVersion")).Code, Is.EqualTo(2));
    }

    [Test]
    public void Verbose_shows_the_full_path_and_hash()
    {
        string folder = Path.Combine(TestFolders.TestPlugins, "GoodPlugin");
        Assert.That(Run("plugins", "--verbose", "--only-plugins", folder).Output, Does.Match($"{folder}/GoodPlugin\\.dll  0\\.1\\.0    [0-9a-f]{{64}}"));
    }

    [Test]
    public void Describe_is_the_inspector()
    {
        (int code, string output, _) = Run("plugins", "describe", "good", "--plugins", Path.Combine(TestFolders.TestPlugins, "GoodPlugin"));

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.StartWith("good (schedule)\n  Works.\n  Test, 2026\n  GoodPlugin 0.1.0, "));
        Assert.That(output, Does.Contain("  scale: a number from 0 to 5, in parts; default 1\n      Added to the factor.\n"));
        Assert.That(output, Does.Contain("  side: \"left\", \"right\"; default \"left\"\n"));
        Assert.That(output, Does.Contain("  mode: \"slow-start\", \"fast-start\"; default \"slow-start\"\n"));
        Assert.That(output, Does.Contain("  inner: an object { }\n      Nested settings with defaults of their own.\n    depth: a whole number from 1 to 4; default 3\n"));
        Assert.That(output, Does.Contain("  weights: an array [ ] whose elements are each a number from 0 to 1; default [0.5]\n"));
    }

    [Test]
    public void Describe_suggests_the_nearest_name()
    {
        (int code, _, string error) = Run("plugins", "describe", "planer");
        Assert.That((code, error.Contains("did you mean \"planar\"?", StringComparison.Ordinal)), Is.EqualTo((2, true)));
        Assert.That(error, Does.StartWith("FLR029 no plugin offers a component \"planer\"; expected one of "));
    }

    [Test]
    public void Schema_goes_to_the_output_or_to_a_file()
    {
        string file = Path.Combine(_folder, "flowlab.schema.json");
        Assert.That(Run("schema", "--out", file), Is.EqualTo((0, "", "")));
        Assert.That(Run("schema").Output, Is.EqualTo(File.ReadAllText(file)));
        Assert.That(JsonNode.Parse(File.ReadAllText(file))!["$schema"]!.GetValue<string>(), Does.Contain("draft-07"));
        Assert.That(Run("schema", "--out", _folder).Code, Is.EqualTo(2));
    }

    [Test]
    public void Devices_lists_the_cpu() => Assert.That(Run("devices").Output, Does.StartWith("cpu  "));

    [Test]
    public void Version_and_help_are_there()
    {
        Assert.That(Run("--version").Output, Does.StartWith("0.1.0"));
        Assert.That(Run("--help").Output, Does.Contain("130  interrupted"));
    }

    [Test]
    public void Explain_says_what_a_number_means()
    {
        (int code, string output, string error) = Run("explain", "flm012");
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.StartWith("### FLM012 A number is out of range\n").And.Contain("**What to do.**"));
        Assert.That(Run("explain", "FLM999"), Is.EqualTo((2, "", "FLR028 there is no error 'FLM999'; expected a number such as FLM012; did you mean FLM019?\n")));
    }

    [TestCase("rnu", "run", "rnu", "x.json")]
    [TestCase("--seed", "--seeds", "run", "x.json", "--seed", "3")]
    [TestCase("--devcie", "--device", "sample", "x", "--devcie", "cpu")]
    [TestCase("describ", "describe", "plugins", "describ", "planar")]
    public void Options_and_commands_suggest_the_nearest_name(string written, string meant, params string[] arguments)
    {
        (int code, string output, string error) = Run(arguments);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(output + error, Does.Contain(written).And.Contain(meant).And.Contain("Did you mean"), error);
    }

    [TestCase("sample", "x", "--count", "abc", "--count is 'abc'; expected a whole number")]
    [TestCase("run", "x.json", "--time-limit", "soon", "--time-limit is 'soon'; expected a number above 0")]
    [TestCase("run", "x.json", "--memory-limit", "-1", "--memory-limit is '-1'; expected a number above 0")]
    [TestCase("run", "x.json", "--threads", "2.5", "--threads is '2.5'; expected a whole number")]
    public void What_is_no_number_is_refused_in_words(params string[] words)
    {
        (int code, string output, string error) = Run(words[..^1]);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(output + error, Does.Contain(words[^1]).And.Not.Contain("System."));
    }

    [Test]
    public void A_model_of_a_generator_and_a_conditioned_flow_without_a_model_are_refused_by_check()
    {
        string generator = Write("""{ "name": "x", "target": { "type": "dataset", "name": "two-moons" }, "model": { "latents": [2] } }""");
        Assert.That(Run("run", generator, "--check").Error, Does.StartWith("FLE033: the dataset two-moons draws its points"));
        string conditioned = Write("""{ "name": "x", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "nice", "conditioned": true } ] }""");
        Assert.That(Run("run", conditioned, "--check").Error, Does.StartWith("FLE034: flow[0] depends on data points"));
    }

    [Test]
    public void A_report_without_a_manifest_that_can_be_read_is_refused()
    {
        string manifest = Write("""{ "name": "x", "target": { "type": "energy", "name": "U1" }, "training": { "batch": 10, "updates": 2 }, "evaluation": { "samples": 100, "gridResolution": 20, "figureResolution": 20 }, "seeds": 1 }""");
        string folder = Path.Combine(_folder, "run");
        Assert.That(Run("run", manifest, "--out", folder).Code, Is.Zero);
        Assert.That(Run("compare", folder, "--paper").Error, Does.StartWith("FLR064 "));
        File.WriteAllText(Path.Combine(folder, "manifest.json"), "{ \"report\": ");
        (int code, _, string error) = Run("report", folder);
        Assert.That((code, error[..6]), Is.EqualTo((2, "FLR023")));
    }

    [TestCase("run")]
    [TestCase("run", "x.json", "--seeds", "many")]
    [TestCase("frobnicate")]
    public void A_wrong_command_line_is_invalid_input(params string[] arguments)
    {
        (int code, _, string error) = Run(arguments);
        Assert.That((code, error.Length > 0), Is.EqualTo((2, true)));
    }

    private string Write(string json)
    {
        string file = Path.Combine(_folder, "manifest.json");
        File.WriteAllText(file, json);
        return file;
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(TestFolders.Host, "flowlab.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.ReplaceLineEndings("\n"), error.Result.ReplaceLineEndings("\n"));
    }

    private static IEnumerable<System.CommandLine.Command> Below(System.CommandLine.Command command) => command.Subcommands.SelectMany(child => Below(child).Prepend(child));
}
