namespace FlowLab.Plugins;

/// <summary>
/// Marks an assembly as a FlowLab plugin: <c>[assembly: FlowLabPlugin(PluginContract.Version)]</c>. The host loads only assemblies
/// that carry it and whose version it understands.
/// </summary>
/// <param name="contractVersion"><see cref="PluginContract.Version"/> at the time the plugin was built.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class FlowLabPluginAttribute(int contractVersion) : Attribute
{
    /// <summary>The contract version that the plugin was built against.</summary>
    public int ContractVersion { get; } = contractVersion;
}
