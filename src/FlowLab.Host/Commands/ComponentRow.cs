using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary>One line of the listing of components.</summary>
internal sealed record ComponentRow(string Kind, string Name, string Settings, string File, string Version, string Sha256, string Summary)
{
    private const int ShortHashLength = 12;

    /// <summary>The headings of the columns.</summary>
    public static ComponentRow Headings { get; } = new("KIND", "NAME", "SETTINGS", "PLUGIN FILE", "VERSION", "SHA-256", "SUMMARY");

    /// <summary>The cells in the order of the columns.</summary>
    public IReadOnlyList<string> Cells => [Kind, Name, Settings, File, Version, Sha256, Summary];

    /// <summary>The line of a component; verbose shows the full path and hash.</summary>
    public static ComponentRow Of(PluginComponent component, bool verbose)
    {
        PluginOrigin plugin = component.Plugin;
        string settings = component.Settings is { } model ? string.Join(", ", model.Properties.Select(property => property.Name)) : "-";
        return new ComponentRow(
            component.Kind, component.Name, settings, verbose ? plugin.File : Path.GetFileName(plugin.File), plugin.Version,
            verbose ? plugin.Sha256 : plugin.Sha256[..ShortHashLength], component.Summary);
    }
}
