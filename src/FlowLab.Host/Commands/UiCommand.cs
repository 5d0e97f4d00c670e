using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using FlowLab.Host.Plugins;
using FlowLab.Host.Runs;
using FlowLab.Host.Viewing;
using FlowLab.Ui.Serving;
using FlowLab.Ui.Views;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab ui</c>: a page for the runs below a folder. The command starts itself again with ASP.NET Core, which no other command loads.</summary>
internal sealed class UiCommand
{
    private const string DefaultFolder = "runs";
    private const string DefaultManifests = "manifests";

    private readonly Argument<string?> _folder = new("folder")
    {
        Description = $"The folder with the runs; without it {DefaultFolder}/, where flowlab run writes them.", Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int> _port = new("--port") { Description = "Port of the page; 0 takes one that is free.", HelpName = "N", CustomParser = WholeNumber.ParseOrZero };

    private readonly Option<bool> _closed = new("--no-browser") { Description = "Only print the address, do not open it." };

    private readonly Option<string?> _manifests = new("--manifests") { Description = $"Folder with the manifests to start and edit; without it {DefaultManifests}/ if there is one, else the current folder.", HelpName = "DIR" };

    private readonly Option<string?> _data = DataOption.Create();

    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();

    private readonly Option<bool> _serves = new("--serve") { Hidden = true };

    private UiCommand()
    {
    }

    /// <summary>The command for the root.</summary>
    public static Command Create() => new UiCommand().Build();

    private Command Build()
    {
        var command = new Command("ui", "Look at runs in the browser while they train, start, stop and compare them.") { _folder, _port, _closed, _manifests, _data, _plugins, _serves };
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string folder = FolderOf(parsed);
        return parsed.GetValue(_serves) ? Serve(folder, parsed) : StartAgain(parsed);
    }

    private string FolderOf(ParseResult parsed)
    {
        string? asked = parsed.GetValue(_folder);
        if (asked is null)
            return Directory.CreateDirectory(DefaultFolder).FullName;
        return Directory.Exists(asked) ? Path.GetFullPath(asked) : throw ViewErrors.NoFolder(asked);
    }

    /// <summary>Waits for the process that serves; it ends when its standard input does, so also if this one is killed.</summary>
    private static int StartAgain(ParseResult parsed)
    {
        ProcessStartInfo start = FlowLabProgram.StartOfPage([.. parsed.Tokens.Select(token => token.Value), "--serve"]);
        start.RedirectStandardInput = true;
        using StopSignals signals = new();
        using Process process = Process.Start(start)!;
        using CancellationTokenRegistration asked = signals.Token.Register(process.StandardInput.Close);
        process.WaitForExit();
        return process.ExitCode;
    }

    private int Serve(string folder, ParseResult parsed)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        using StopSignals signals = new(heedsInput: true);
        using PluginCatalog catalog = PluginFolders.Load(parsed, _plugins);
        var finder = new RunFinder(folder);
        var shelf = new ManifestShelf(ManifestsOf(parsed), catalog);
        using var control = new RunControl(finder, shelf.FileOf, OptionsOfRuns(parsed));
        using PageServer server = Start(new PageParts(new RunLibrary(finder), control, shelf, new RunComparer(finder)), parsed.GetValue(_port));
        output.WriteLine($"page: {server.Address}");
        output.WriteLine("Ctrl-C ends it; runs that it has started write a checkpoint and end with it.");
        output.Flush();
        if (!parsed.GetValue(_closed))
            Open(server.Address);
        signals.Token.WaitHandle.WaitOne();
        return ExitCodes.Success;
    }

    private static PageServer Start(PageParts parts, int port)
    {
        try
        {
            return PageServer.Start(parts, port);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException or ArgumentOutOfRangeException)
        {
            throw ViewErrors.PortTaken(port, error);
        }
    }

    private string ManifestsOf(ParseResult parsed) =>
        Path.GetFullPath(parsed.GetValue(_manifests) ?? (Directory.Exists(DefaultManifests) ? DefaultManifests : "."));

    private List<string> OptionsOfRuns(ParseResult parsed)
    {
        List<string> options = [];
        if (parsed.GetValue(_data) is { } data)
            options.AddRange(["--data", Path.GetFullPath(data)]);
        foreach (string plugins in parsed.GetValue(_plugins) ?? [])
            options.AddRange(["--plugins", plugins]);
        return options;
    }

    /// <summary>A machine without a browser shows the address in its terminal, and that is all.</summary>
    private static void Open(Uri address)
    {
        try
        {
            Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true })?.Dispose();
        }
        catch (Win32Exception)
        {
            // Nothing opens addresses here.
        }
    }
}
