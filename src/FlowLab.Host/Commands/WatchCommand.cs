using System.CommandLine;
using FlowLab.Host.Manifests;
using FlowLab.Host.Runs;
using FlowLab.Host.Watching;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab watch</c>: runs a manifest, and again whenever a plugin is rebuilt or the manifest is saved.</summary>
internal sealed class WatchCommand
{
    private readonly Argument<string> _manifest = new("manifest") { Description = "The experiment manifest (JSON)." };

    private readonly Option<string?> _preset = new("--preset") { Description = "The preset of the manifest to apply, instead of the one that it names.", HelpName = "NAME" };

    private readonly Option<string[]> _sets = new("--set")
    {
        Description = "Change a value of the manifest in every cell, such as --set flow.0.length=8. Can be repeated.", HelpName = "PATH=VALUE", Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int?> _seeds = new("--seeds") { Description = "Number of seeds, instead of the manifest's.", HelpName = "N", CustomParser = WholeNumber.Parse };

    private readonly Option<string> _device = DeviceOptions.CreateDevice();

    private readonly Option<int?> _threads = DeviceOptions.CreateThreads();

    private readonly Option<string?> _out = new("--out") { Description = "Folder for the runs, a numbered folder for each start, instead of one below runs/ for each.", HelpName = "DIR" };

    private readonly Option<string?> _data = DataOption.Create();

    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();

    private WatchCommand()
    {
    }

    /// <summary>The command for the root.</summary>
    public static Command Create() => new WatchCommand().Build();

    private Command Build()
    {
        var command = new Command("watch", "Run a manifest, and again whenever a plugin is rebuilt or the manifest saved.") { _manifest, _preset, _sets, _seeds, _device, _threads, _out, _data, _plugins };
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string manifest = parsed.GetValue(_manifest)!;
        IReadOnlyList<string> folders = PluginFolders.Of(parsed, _plugins);
        var overrides = new ManifestOverrides(parsed.GetValue(_sets) ?? [], parsed.GetValue(_seeds), parsed.GetValue(_preset));
        var arguments = new RunArguments(manifest, overrides, parsed.GetValue(_device)!, parsed.GetValue(_threads), parsed.GetValue(_out), null, false, parsed.GetValue(_data));
        InvocationConfiguration console = parsed.InvocationConfiguration;
        using StopSignals signals = new();
        using var changes = new PluginChanges([.. folders, manifest]);
        using var session = new WatchSession(arguments, folders, console);
        do
            session.Renew();
        while (changes.Wait(signals.Token) && Announce(console));
        return ExitCodes.Interrupted;
    }

    private static bool Announce(InvocationConfiguration console)
    {
        console.Output.WriteLine("something was rebuilt or saved");
        return true;
    }
}
