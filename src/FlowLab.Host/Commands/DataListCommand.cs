using System.CommandLine;
using FlowLab.Data;
using FlowLab.Host.DataFiles;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab data list</c>: every known file, whether it is there, where, its size and state. Reads no contents.</summary>
internal sealed class DataListCommand
{
    private static readonly string[] Headings = ["SET", "FILE", "CONTENT", "STATE", "WHERE"];

    private readonly Option<string?> _data = DataOption.Create();

    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();

    private readonly Option<bool> _json = JsonRows.CreateOption();

    private DataListCommand()
    {
    }

    /// <summary>The command for <c>data</c>.</summary>
    public static Command Create()
    {
        var list = new DataListCommand();
        var command = new Command("list", "List the known data files and which of them are there.") { list._data, list._plugins, list._json };
        command.SetAction(list.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        InvocationConfiguration console = parsed.InvocationConfiguration;
        DataFolder folder = DataFolder.Locate(parsed.GetValue(_data));
        using PluginCatalog catalog = PluginFolders.Load(parsed, _plugins);
        KnownFiles known = KnownFiles.Read(catalog);
        string[][] rows = [.. known.Files.Select(file => Row(file, folder))];
        if (parsed.GetValue(_json))
            JsonRows.Write(console.Output, Headings, rows);
        else
            WriteList(console.Output, folder, rows, FlowLabCommand.IsVerbose(parsed) ? known.Files : []);
        foreach (string fault in known.Faults)
            console.Error.WriteLine(fault);
        return ExitCodes.Success;
    }

    private static void WriteList(TextWriter output, DataFolder folder, string[][] rows, IReadOnlyList<KnownFile> detailed)
    {
        output.WriteLine($"data folder: {folder.Path} ({folder.Origin})");
        WriteTable(output, [Headings, .. rows]);
        foreach (KnownFile file in detailed)
            WriteDetails(output, file.File);
    }

    private static string[] Row(KnownFile known, DataFolder folder)
    {
        StoredFile? stored = folder.Look(known.File);
        string state = stored is null ? DescribeMissing(known.File, folder) : DescribeStored(known.File, stored);
        DataContent content = stored?.Guess(known.File) ?? known.File.Contents[0];
        return [known.Set, known.File.Name, ContentText.Exact(content.Bytes), state, stored?.Path ?? "-"];
    }

    private static string DescribeStored(DataFile file, StoredFile stored) => stored switch
    {
        { ClaimedBytes: null } => "unreadable",
        _ when stored.Guess(file) is { } content => content.Note.Length > 0 ? $"there, {content.Note}" : "there",
        _ => $"wrong size: {ContentText.Exact(stored.ClaimedBytes!.Value)}",
    };

    private static string DescribeMissing(DataFile file, DataFolder folder)
    {
        long waiting = file.Mirrors.Select(mirror => PartialDownload.LengthOf(DataDownloader.WaitingPlace(folder, mirror))).DefaultIfEmpty().Max();
        return waiting > 0 ? $"missing, {ContentText.Rounded(waiting)} downloaded" : "missing";
    }

    private static void WriteTable(TextWriter output, IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    private static void WriteDetails(TextWriter output, DataFile file)
    {
        output.WriteLine();
        output.WriteLine(file.Name);
        output.WriteLine($"  {file.Summary} {file.Source}");
        output.WriteLine($"  license: {file.License}");
        foreach (DataContent content in file.Contents)
            output.WriteLine($"  sha256 of the content: {content.Sha256}, {ContentText.Exact(content.Bytes)}{(content.Note.Length > 0 ? $": {content.Note}" : "")}");
        foreach (DataMirror mirror in file.Mirrors)
            output.WriteLine($"  mirror: {mirror.Url}{(mirror.Member.Length > 0 ? $", member {mirror.Member}" : "")}");
    }
}
