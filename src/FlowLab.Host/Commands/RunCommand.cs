using System.CommandLine;
using System.CommandLine.Parsing;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab run</c>: checks a manifest, then trains its cells.</summary>
internal sealed class RunCommand
{
    private const string ResolvedManifestFile = "manifest.json";

    private readonly Argument<string?> _manifest = new("manifest")
    {
        Description = "The experiment manifest (JSON). Not needed with --resume.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _sets = new("--set")
    {
        Description = "Change a value of the manifest in every cell, such as --set flow.0.length=8; for an axis of the sweep also a list, --set flow.0.length=[2,8]; --set sweep.flow.0.length=[2,8] makes one. Can be repeated.",
        HelpName = "PATH=VALUE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int?> _seeds = new("--seeds") { Description = "Number of seeds, instead of the manifest's.", HelpName = "N", CustomParser = WholeNumber.Parse };

    private readonly Option<string?> _preset = new("--preset") { Description = "The preset of the manifest to apply, instead of the one that it names.", HelpName = "NAME" };

    private readonly Option<string> _device = DeviceOptions.CreateDevice();

    private readonly Option<int?> _threads = DeviceOptions.CreateThreads();

    private readonly Option<string?> _out = new("--out") { Description = "Folder for the run, instead of one below runs/ named after the experiment.", HelpName = "DIR" };

    private readonly Option<string?> _resume = new("--resume") { Description = "Go on with an interrupted run in its folder.", HelpName = "DIR" };

    private readonly Option<bool> _check = new("--check") { Description = "Only check: the manifest, that every component can be built, its data and the device; then print the size of the experiment." };

    private readonly Option<bool> _failFast = new("--fail-fast") { Description = "End the run with the first cell that fails, instead of going on with the others." };

    private readonly Option<bool> _checked = new("--checked") { Description = "Check every access of every kernel, several times slower: one out of its view is named with kernel, source line, index and view. On the processor." };

    private readonly Option<bool> _isolate = new("--isolate") { Description = "Run every cell in a process of its own, so that one that crashes, hangs or takes all memory costs itself alone." };

    private readonly Option<int?> _isolatedCell = new("--isolated-cell") { Hidden = true, CustomParser = WholeNumber.Parse };

    private readonly LimitOptions _limits = new();

    private readonly Option<double?> _memory = new("--memory")
    {
        Description = "GiB that training the seeds of a cell may take at a time; seeds that do not fit are queued, and the numbers are the same. All together if left out.", HelpName = "GIB", CustomParser = PositiveNumber.Parse,
    };

    private readonly Option<bool> _allowChanges = TrainedRunCommand.CreateAllowChanges();

    private readonly Option<bool> _profile = new("--profile") { Description = "Look at where the time of some updates of every cell goes, and write a table (profile.md) and a trace for ui.perfetto.dev (profile.trace.json) into the run folder. Processor only." };

    private readonly Option<string?> _data = DataOption.Create();

    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();

    private RunCommand()
    {
    }

    /// <summary>The command for the root.</summary>
    public static Command Create() => new RunCommand().Build();

    private Command Build()
    {
        var command = new Command("run", "Run an experiment manifest and write a report.") { _manifest, _preset, _sets, _seeds, _device, _threads, _out, _resume, _check, _checked, _isolate, _isolatedCell, _memory, _failFast, _allowChanges, _profile, _data, _plugins };
        foreach (Option limit in _limits.All)
            command.Add(limit);
        command.Validators.Add(Check);
        command.SetAction(Execute);
        return command;
    }

    private void Check(CommandResult result)
    {
        bool resumes = result.GetResult(_resume) is not null;
        if (result.GetResult(_manifest)?.Tokens.Count is null or 0 && !resumes)
            result.AddError("run needs a manifest, or --resume with the folder of an earlier run.");
        if (resumes && result.GetResult(_out) is not null)
            result.AddError("--out is the folder of a new run, and a run that goes on stays in that of --resume: leave one of the two out.");
        if (!resumes && result.GetResult(_isolatedCell) is not null)
            result.AddError("--isolated-cell is what --isolate starts by itself: take --isolate.");
    }

    private int Execute(ParseResult parsed)
    {
        InvocationConfiguration console = parsed.InvocationConfiguration;
        RunArguments arguments = Read(parsed);
        using PluginCatalog catalog = PluginFolders.Load(parsed, _plugins);
        ManifestResult result = ManifestLoader.Load(arguments.Manifest, arguments.Overrides, catalog);
        if (result.Plan is not { } plan)
            return FaultReport.Write(console.Error, arguments.Manifest, result.Faults, catalog.Faults);
        if (arguments.OnlyCell is null)
            PluginFolders.Warn(parsed, _plugins, catalog, console.Error);
        return arguments.ChecksOnly ? RunCommandHandler.Check(arguments, plan, catalog, console) : RunCommandHandler.Run(arguments, plan, catalog, console);
    }

    private RunArguments Read(ParseResult parsed)
    {
        string? resume = parsed.GetValue(_resume);
        string manifest = parsed.GetValue(_manifest) ?? Path.Combine(resume!, ResolvedManifestFile);
        var overrides = new ManifestOverrides(parsed.GetValue(_sets) ?? [], parsed.GetValue(_seeds), parsed.GetValue(_preset));
        return new RunArguments(
            manifest, overrides, parsed.GetValue(_device)!, parsed.GetValue(_threads), parsed.GetValue(_out), resume, parsed.GetValue(_check), parsed.GetValue(_data))
        {
            FailsFast = parsed.GetValue(_failFast), AllowsChanges = parsed.GetValue(_allowChanges), IsChecked = parsed.GetValue(_checked),
            Isolates = parsed.GetValue(_isolate), OnlyCell = parsed.GetValue(_isolatedCell), Memory = parsed.GetValue(_memory) is { } gibibytes ? (long)Math.Ceiling(gibibytes * LimitOptions.BytesPerGibibyte) : null, Limits = _limits.Of(parsed),
            CellOptions = TypedOptions.Of(parsed, [_device, _threads, _checked, _memory, _allowChanges, _data, _plugins, PluginFolders.Only, .. _limits.All]), Profiles = parsed.GetValue(_profile),
        };
    }
}
