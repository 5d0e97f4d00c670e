using System.CommandLine;
using System.Text.Json.Nodes;
using FlowLab.Host.Commands;
using FlowLab.Host.Exports;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Every table that the command line prints can be had as JSON.</summary>
public sealed class JsonOutputTests
{
    private const string Latent =
        """
        { "name": "bars", "target": { "type": "dataset", "name": "npy", "path": "PATH", "binarization": "static" }, "flow": [ { "type": "planar", "length": 1 } ],
          "model": { "latents": [2], "encoder": { "hidden": 4, "depth": 1 }, "decoder": { "hidden": 4, "depth": 1 } },
          "training": { "batch": 10, "updates": 6, "metricsEvery": 2 }, "evaluation": { "importanceSamples": 4 }, "seeds": 2, "sweep": { "flow.0.length": [1, 2] },
          "report": { "reference": { "title": "R", "metric": "test_nll", "values": [ { "at": { "flow.0.length": 1 }, "value": 9.5 } ] } } }
        """;

    private const string Search =
        """
        { "name": "s", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar" } ], "training": { "batch": 10, "updates": 4 },
          "evaluation": { "samples": 100, "gridResolution": 20, "figureResolution": 10 }, "seeds": 1, "search": { "flow.0.length": [1, 2] } }
        """;

    /// <summary>Commands whose output is a table, an array with an object per line; there is nothing to verify here, which has no lines and is no success.</summary>
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["devices"] = "", ["kernels"] = "", ["plugins"] = "", ["plugins describe"] = "npy", ["data list"] = "--data DATA", ["data verify"] = "--data DATA",
        ["check"] = "planar --law round-trip", ["runs"] = "FOLDER", ["eval"] = "RUN", ["density"] = "RUN --cell 1 --at POINTS", ["encode"] = "RUN --cell 1 --at POINTS", ["decode"] = "RUN --cell 2 --traverse 1",
        ["tune"] = "SEARCH --trials 2 --out FOLDER/tuned",
    };

    /// <summary>Commands whose JSON is an object.</summary>
    private static readonly Dictionary<string, string> Objects = new() { ["compare"] = "RUN --by flow.length" };

    [Test]
    public void Every_table_parses()
    {
        using var folder = new TemporaryFolder();
        Prepare(folder);
        IEnumerable<string> offered = Below(FlowLabCommand.Root).Where(command => command.Options.Any(option => option.Name == "--json")).Select(ExampleHelp.PathOf);
        Assert.That(offered, Is.EquivalentTo(Tables.Keys.Concat(Objects.Keys)));
        Assert.Multiple(() =>
        {
            foreach ((string command, string arguments) in Tables)
                Assert.That(() => Lines(Run(folder, command, arguments)), command == "data verify" ? Is.Empty : Is.Not.Empty.And.All.InstanceOf<JsonObject>(), command);
            foreach ((string command, string arguments) in Objects)
                Assert.That(() => JsonNode.Parse(Run(folder, command, arguments)), Is.InstanceOf<JsonObject>(), command);
            Assert.That(Lines(Run(folder, "compare", "RUN --paper")), Is.Not.Empty.And.All.InstanceOf<JsonObject>());
        });
    }

    private static JsonArray Lines(string json) => JsonNode.Parse(json) as JsonArray ?? (JsonArray)JsonNode.Parse(json)!["laws"]!;

    private static void Prepare(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder.In("data"));
        Write(folder.In("bars.npy"), 60);
        Write(folder.In("points.npy"), 2);
        File.WriteAllText(folder.In("s.json"), Search);
        File.WriteAllText(folder.In("m.json"), Latent.Replace("PATH", folder.In("bars.npy"), StringComparison.Ordinal));
        Run(folder, "run", "FOLDER/m.json --out FOLDER/run", asJson: false);
    }

    private static void Write(string path, int count)
    {
        using FileStream file = File.Create(path);
        NpyArray.Of("points", [.. Enumerable.Range(0, count * 9).Select(index => index % 4 == 0 ? 1f : 0f)], count, 3, 3).WriteTo(file);
    }

    private static string Run(TemporaryFolder folder, string command, string arguments, bool asJson = true)
    {
        string[] words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, string> names = new() { ["RUN"] = folder.In("run"), ["POINTS"] = folder.In("points.npy"), ["DATA"] = folder.In("data"), ["SEARCH"] = folder.In("s.json") };
        IEnumerable<string> placed = words.Select(word => names.TryGetValue(word, out string? path) ? path : word.Replace("FOLDER", folder.Path, StringComparison.Ordinal));
        bool takesPlugins = command is not ("devices" or "runs" or "compare");
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = FlowLabCommand.Run([.. command.Split(' '), .. placed, .. asJson ? ["--json"] : (string[])[], .. takesPlugins ? ["--plugins", TestFolders.RealPlugins] : (string[])[]], output, error);
        Assert.That(code, Is.EqualTo(command == "data verify" ? ExitCodes.InvalidInput : ExitCodes.Success), $"{command}: {output}{error}");
        return output.ToString();
    }

    private static IEnumerable<Command> Below(Command command) => command.Subcommands.SelectMany(child => Below(child).Prepend(child));
}
