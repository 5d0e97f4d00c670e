using System.CommandLine;
using FlowLab.Data;
using FlowLab.Host.DataFiles;
using FlowLab.Host.Plugins;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab data get</c>: downloads files that are not there yet.</summary>
internal sealed class DataGetCommand
{
    private readonly Argument<string[]> _names = new("name")
    {
        Description = "Sets of files, such as mnist, or single files; flowlab data list shows both.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _data = DataOption.Create();

    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();

    private DataGetCommand()
    {
    }

    /// <summary>The command for <c>data</c>.</summary>
    public static Command Create()
    {
        var get = new DataGetCommand();
        var command = new Command("get", "Download data files from their public mirrors and check them.") { get._names, get._data, get._plugins };
        command.SetAction(get.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        InvocationConfiguration console = parsed.InvocationConfiguration;
        DataFolder folder = DataFolder.Locate(parsed.GetValue(_data));
        using PluginCatalog catalog = PluginFolders.Load(parsed, _plugins);
        KnownFiles known = KnownFiles.Read(catalog);
        foreach (string fault in known.Faults)
            console.Error.WriteLine(fault);
        IReadOnlyList<KnownFile> files = known.Select(parsed.GetValue(_names)!);
        using StopSignals signals = new();
        try
        {
            return GetAsync(files, folder, console, signals.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            console.Error.WriteLine("interrupted; what was downloaded is kept. Give the same command again to go on.");
            return ExitCodes.Interrupted;
        }
    }

    private static async Task<int> GetAsync(IReadOnlyList<KnownFile> files, DataFolder folder, InvocationConfiguration console, CancellationToken cancellation)
    {
        using DownloadDisplay display = DownloadDisplay.On(console.Output);
        using var downloader = new DataDownloader(folder, new DownloadSettings(), display);
        int code = ExitCodes.Success;
        foreach (KnownFile file in files)
        {
            try
            {
                display.Note($"{file.File.Name}: {await downloader.GetAsync(file.File, cancellation).ConfigureAwait(false)}");
            }
            catch (FlowLabDataException refusal)
            {
                display.Clear();
                await console.Error.WriteLineAsync(refusal.Message).ConfigureAwait(false);
                code = ExitCodes.InvalidInput;
            }
        }
        downloader.CleanUp();
        return code;
    }
}
