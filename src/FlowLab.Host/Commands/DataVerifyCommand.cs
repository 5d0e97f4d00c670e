using System.CommandLine;
using System.Text.Json.Nodes;
using FlowLab.Data;
using FlowLab.Host.DataFiles;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab data verify</c>: computes the checksums of contents anew.</summary>
internal sealed class DataVerifyCommand
{
    private readonly Argument<string[]> _names = new("name")
    {
        Description = "Sets of files, or single files; without any, all known files that are there.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _data = DataOption.Create();

    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();

    private readonly Option<bool> _json = JsonRows.CreateOption();

    private DataVerifyCommand()
    {
    }

    /// <summary>The command for <c>data</c>.</summary>
    public static Command Create()
    {
        var verify = new DataVerifyCommand();
        var command = new Command("verify", "Compute the SHA-256 of each content and compare; exit code 2 on a mismatch, or if there is nothing to check in a folder that --data names.") { verify._names, verify._data, verify._plugins, verify._json };
        command.SetAction(verify.Execute);
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
        string[] names = parsed.GetValue(_names) ?? [];
        IReadOnlyList<KnownFile> files = names.Length > 0 ? known.Select(names) : [.. known.Files.Where(file => folder.Look(file.File) is not null)];
        if (files.Count == 0 && parsed.GetValue(_data) is not null)
        {
            console.Error.WriteLine($"FLD021 no file that a plugin knows is in the data folder; expected one at least in {folder.Path}; found {(Directory.Exists(folder.Path) ? "none" : "no such folder")}; flowlab data list shows them");
            if (parsed.GetValue(_json))
                WriteJson(files, folder, console.Output);
            return ExitCodes.InvalidInput;
        }
        if (parsed.GetValue(_json))
            return WriteJson(files, folder, console.Output);
        if (files.Count == 0)
            console.Output.WriteLine($"no known file is in {folder.Path}");
        int wrong = files.Count(file => !IsRight(file.File, folder, console));
        return wrong > 0 ? ExitCodes.InvalidInput : ExitCodes.Success;
    }

    private static int WriteJson(IReadOnlyList<KnownFile> files, DataFolder folder, TextWriter output)
    {
        using var text = new StringWriter();
        using var refusals = new StringWriter();
        var console = new InvocationConfiguration { Output = text, Error = refusals };
        JsonObject[] rows = [.. files.Select(file => new JsonObject { ["file"] = file.File.Name, ["ok"] = IsRight(file.File, folder, console), ["fault"] = Taken(refusals) })];
        JsonRows.Write(output, rows);
        return rows.All(row => (bool)row["ok"]!) ? ExitCodes.Success : ExitCodes.InvalidInput;
    }

    private static string Taken(StringWriter written)
    {
        string text = written.ToString().TrimEnd();
        written.GetStringBuilder().Clear();
        return text;
    }

    private static bool IsRight(DataFile file, DataFolder folder, InvocationConfiguration console)
    {
        if (folder.Look(file) is not { } stored)
        {
            console.Error.WriteLine(DataErrors.NotThere(file, folder).Message);
            return false;
        }
        ContentDigest digest = ContentDigest.Of(stored.Path, file.Contents.Max(content => content.Bytes));
        if (digest.Match(file) is not { } content)
        {
            console.Error.WriteLine(DataErrors.WrongContent(file, stored.Path, digest.Describe(), folder.Option).Message);
            return false;
        }
        console.Output.WriteLine($"ok  {digest.Sha256}  {stored.Path}{(content.Note.Length > 0 ? $"  ({content.Note})" : "")}");
        return true;
    }
}
