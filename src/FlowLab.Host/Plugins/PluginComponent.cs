namespace FlowLab.Host.Plugins;

/// <summary>A component that manifests can name.</summary>
/// <param name="Kind">One of <see cref="FlowLab.Plugins.ComponentKinds"/>.</param>
/// <param name="Name">The name in manifests.</param>
/// <param name="Summary">One sentence for listings.</param>
/// <param name="Source">Paper, equation, year; may be empty.</param>
/// <param name="ImplementationType">The class to build.</param>
/// <param name="Settings">The settings that its constructor asks for; null if it takes none.</param>
/// <param name="Plugin">Where it came from.</param>
public sealed record PluginComponent(
    string Kind, string Name, string Summary, string Source, Type ImplementationType, SettingsModel? Settings, PluginOrigin Plugin)
{
    /// <summary>The settings class; null if the component takes none.</summary>
    public Type? SettingsType => Settings?.Type;
}
