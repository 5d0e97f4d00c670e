using System.CommandLine;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary>The option <c>--plugins</c>, which most commands have.</summary>
internal static class PluginFolders
{
    /// <summary>A new option; it can be repeated.</summary>
    public static Option<string[]> CreateOption() => new("--plugins")
    {
        Description = "Folder with plugins, instead of the plugins folder beside the program. Can be repeated.",
        HelpName = "DIR",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Loads the plugins of the folders given, or of the default folder.</summary>
    public static PluginCatalog Load(ParseResult parsed, Option<string[]> option) =>
        PluginCatalog.Load(parsed.GetValue(option) is { Length: > 0 } folders ? folders : [PluginCatalog.DefaultFolder]);
}
