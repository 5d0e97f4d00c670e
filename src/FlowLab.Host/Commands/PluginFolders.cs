using System.CommandLine;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary>The option <c>--plugins</c>, which most commands have.</summary>
internal static class PluginFolders
{
    /// <summary>What stands for the plugins beside the program.</summary>
    public const string Shipped = "shipped";

    /// <summary>A new option; it can be repeated.</summary>
    public static Option<string[]> CreateOption() => new("--plugins")
    {
        Description = "Folder with plugins, or a plugin's DLL, instead of the plugins beside the program; the word shipped stands for those. Can be repeated.",
        HelpName = "DIR",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Loads the plugins of the folders given, or of the default folder.</summary>
    public static PluginCatalog Load(ParseResult parsed, Option<string[]> option) =>
        PluginCatalog.Load(Of(parsed, option));

    /// <summary>The folders given, or the default folder.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) is { Length: > 0 } folders ? folders : [Shipped]).Select(folder => folder == Shipped ? PluginCatalog.DefaultFolder : folder)];
}
