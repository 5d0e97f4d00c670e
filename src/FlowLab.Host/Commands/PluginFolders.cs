using System.CommandLine;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary>The options <c>--plugins</c>, which most commands have and which adds to the installed plugins, and <c>--only-plugins</c>, which replaces them.</summary>
internal static class PluginFolders
{
    /// <summary>What stands for the plugins beside the program.</summary>
    public const string Shipped = "shipped";

    /// <summary>An option of the whole command line.</summary>
    public static Option<string[]> Only { get; } = new("--only-plugins")
    {
        Description = "Folder with plugins, or a plugin's DLL, instead of the installed ones. Can be repeated.",
        HelpName = "DIR",
        Arity = ArgumentArity.OneOrMore,
        Recursive = true,
    };

    /// <summary>A new option; it can be repeated.</summary>
    public static Option<string[]> CreateOption() => new("--plugins")
    {
        Description = "Folder with plugins, or a plugin's DLL, beside the installed ones; of two components with one name, its is taken. Can be repeated.",
        HelpName = "DIR",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Loads the plugins of the folders given and the installed ones.</summary>
    public static PluginCatalog Load(ParseResult parsed, Option<string[]> option) =>
        PluginCatalog.Load(Of(parsed, option));

    /// <summary>The folders given and, behind them, that of the installed plugins unless others stand in for those.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed, Option<string[]> option)
    {
        string[] added = Folders(parsed.GetValue(option)), only = Folders(parsed.GetValue(Only));
        bool hasInstalled = only.Length == 0 && (added.Length == 0 || Directory.Exists(PluginCatalog.DefaultFolder));
        return hasInstalled ? [.. added, PluginCatalog.DefaultFolder] : [.. added, .. only];
    }

    /// <summary>
    /// Says what is wrong with the plugins of the folders given: what they were to bring may have come from elsewhere, an installed flow of the same name instead of one's own.
    /// </summary>
    public static void Warn(ParseResult parsed, Option<string[]> option, PluginCatalog catalog, TextWriter error)
    {
        string[] given = [.. Folders([.. parsed.GetValue(option) ?? [], .. parsed.GetValue(Only) ?? []]).Except([PluginCatalog.DefaultFolder]).Select(Path.GetFullPath)];
        foreach (PluginFault fault in catalog.Faults.Where(fault => given.Any(folder => fault.File.StartsWith(folder, StringComparison.Ordinal))))
            error.WriteLine(fault);
    }

    private static string[] Folders(string[]? given) => [.. (given ?? []).Select(folder => folder == Shipped ? PluginCatalog.DefaultFolder : folder)];
}
