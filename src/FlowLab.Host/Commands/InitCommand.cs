using System.CommandLine;
using System.Text.Json.Nodes;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Results;
using Spectre.Console;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab init</c>: asks a few questions and writes a first manifest.</summary>
internal sealed class InitCommand
{
    private const string DefaultFile = "manifest.json";
    private const string SchemaName = "flowlab.schema.json";

    private readonly Argument<string> _file = new("manifest") { Description = $"The file to write; without it {DefaultFile}.", DefaultValueFactory = _ => DefaultFile };
    private readonly Option<string?> _target = new("--target") { Description = "The energy or dataset, such as U1 or mnist. Without it, everything that is not given is asked for.", HelpName = "NAME" };
    private readonly Option<string[]> _sets = new("--set") { Description = "A setting of the target, such as path=points.npy. Can be repeated.", HelpName = "NAME=VALUE", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _likelihood = new("--likelihood") { Description = "Latent models: the density p(x|z)." };
    private readonly Option<string?> _flow = new("--flow") { Description = "The flow.", HelpName = "NAME" };
    private readonly Option<int?> _length = CreateNumber("--length", "Layers of the flow.");
    private readonly Option<int?> _seeds = CreateNumber("--seeds", "Seeds.");
    private readonly Option<int?> _updates = CreateNumber("--updates", "Updates.");
    private readonly Option<bool> _force = new("--force") { Description = "Replace the file if it exists." };
    private readonly Option<string?> _data = DataOption.Create();
    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();

    /// <summary>The command for the root.</summary>
    public static Command Create() => new InitCommand().Build();

    private Command Build()
    {
        _likelihood.AcceptOnlyFromAmong("bernoulli", "logit-normal", "gaussian");
        var command = new Command("init", "Ask a few questions and write a first manifest.") { _file, _target, _sets, _likelihood, _flow, _length, _seeds, _updates, _force, _data, _plugins };
        command.SetAction(Execute);
        return command;
    }

    private static Option<int?> CreateNumber(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N", CustomParser = WholeNumber.Parse };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out int number) && number < 1)
                result.AddError($"{name} must be at least 1.");
        });
        return option;
    }

    private int Execute(ParseResult parsed)
    {
        string file = parsed.GetValue(_file)!;
        if (File.Exists(file) && !parsed.GetValue(_force))
            throw InitErrors.FileExists(file);
        using PluginCatalog catalog = PluginFolders.Load(parsed, _plugins);
        InitOptions options = OptionsOf(parsed);
        IAnsiConsole? console = options.Target is null && AnsiConsole.Profile.Capabilities.Interactive && !Console.IsInputRedirected ? AnsiConsole.Console : null;
        Write(file, new InitQuestions(console, catalog).Ask(Path.GetFileNameWithoutExtension(file), options).ToJson());
        return Check(file, parsed, catalog);
    }

    private InitOptions OptionsOf(ParseResult parsed) => new()
    {
        Target = parsed.GetValue(_target), Likelihood = parsed.GetValue(_likelihood), Flow = parsed.GetValue(_flow), Length = parsed.GetValue(_length), Seeds = parsed.GetValue(_seeds),
        Updates = parsed.GetValue(_updates),
        Settings = (parsed.GetValue(_sets) ?? []).Select(set => set.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts.Length > 1 ? parts[1] : ""),
    };

    /// <summary>Editors complete keys and values with the schema, where it lies beside the manifest.</summary>
    internal static void Write(string file, JsonObject manifest)
    {
        if (File.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, SchemaName)))
            manifest.Insert(0, "$schema", SchemaName);
        RunFolder.MakeFolderOf(file);
        AtomicFile.Write(file, manifest.ToJsonString(ManifestJson.Indented) + "\n");
    }

    private int Check(string file, ParseResult parsed, PluginCatalog catalog)
    {
        ManifestResult result = ManifestLoader.Load(file, ManifestOverrides.None, catalog);
        if (result.Plan is not { } plan)
            return FaultReport.Write(parsed.InvocationConfiguration.Error, file, result.Faults, catalog.Faults);
        TextWriter output = parsed.InvocationConfiguration.Output;
        output.WriteLine($"written: {Path.GetFullPath(file)}");
        int code = RunCommandHandler.Check(new RunArguments(file, ManifestOverrides.None, "cpu", null, null, null, true, parsed.GetValue(_data)), plan, catalog, parsed.InvocationConfiguration);
        output.WriteLine($"a first look: flowlab run {file} --preset quick");
        return code;
    }
}
