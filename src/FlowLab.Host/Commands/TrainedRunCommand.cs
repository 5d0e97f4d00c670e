using System.CommandLine;
using System.Globalization;
using FlowLab.Host.Devices;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary>What the commands on a finished or interrupted run have in common: the folder, the cell, where to compute.</summary>
internal abstract class TrainedRunCommand
{
    private readonly Argument<string> _folder = new("run") { Description = "The folder of a run, finished or interrupted." };
    private readonly Option<string?> _cell = new("--cell") { Description = "The cell, by its id.", HelpName = "ID" };
    private readonly Option<string> _device = DeviceOptions.CreateDevice();
    private readonly Option<int?> _threads = DeviceOptions.CreateThreads();
    private readonly Option<string?> _data = DataOption.Create();
    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();

    private readonly BuildLimitOption _buildLimit = new();

    private readonly Option<bool> _allowChanges = CreateAllowChanges();

    /// <summary>A new option <c>--allow-changes</c>.</summary>
    public static Option<bool> CreateAllowChanges() =>
        new("--allow-changes") { Description = "Go on although the data, the builds of plugins, or the kind of device are not those of the run." };

    /// <summary>A number of draws.</summary>
    protected static Option<int> CreateCount(int usual, string description)
    {
        const int most = 1_000_000;
        var count = new Option<int>("--count") { Description = description, HelpName = "N", DefaultValueFactory = _ => usual, CustomParser = WholeNumber.ParseOrZero };
        count.Validators.Add(result =>
        {
            // What is no number is refused when it is read.
            if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number is < 1 or > most)
                result.AddError(FormattableString.Invariant($"--count must be 1 to {most}."));
        });
        return count;
    }

    /// <summary>The command with the options of all and its own.</summary>
    protected Command Build(string name, string description, params IReadOnlyList<Option> own)
    {
        var command = new Command(name, description) { _folder, _cell };
        foreach (Option option in own)
            command.Add(option);
        foreach (Option option in (Option[])[_device, _threads, _data, _plugins, _buildLimit, _allowChanges])
            command.Add(option);
        command.SetAction(Execute);
        return command;
    }

    /// <summary>What the command does.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cell">The cell asked for; null if none was.</param>
    /// <param name="parsed">The command line.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    protected abstract int Execute(TrainedRun run, string? cell, ParseResult parsed);

    private int Execute(ParseResult parsed)
    {
        RunFolder folder = RunFolder.Open(parsed.GetValue(_folder)!);
        using PluginCatalog catalog = PluginFolders.Load(parsed, _plugins);
        ManifestResult result = ManifestLoader.Load(folder.Manifest, ManifestOverrides.None, catalog);
        if (result.Plan is not { } plan)
            return FaultReport.Write(parsed.InvocationConfiguration.Error, folder.Manifest, result.Faults, catalog.Faults);
        PluginFolders.Warn(parsed, _plugins, catalog, parsed.InvocationConfiguration.Error);
        using RunDevice device = RunDevice.Open(parsed.GetValue(_device)!, parsed.GetValue(_threads));
        using TrainedRun run = new(folder, plan, catalog, device, parsed.GetValue(_data)) { AllowsChanges = parsed.GetValue(_allowChanges), Limits = RunLimits.Usual with { Building = _buildLimit.Of(parsed) } };
        return Execute(run, parsed.GetValue(_cell), parsed);
    }
}
