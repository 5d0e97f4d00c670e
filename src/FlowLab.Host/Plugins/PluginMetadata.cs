namespace FlowLab.Host.Plugins;

/// <summary>What a plugin's main DLL says about itself before any of its code is loaded.</summary>
/// <param name="Origin">Name, file, version and hash.</param>
/// <param name="ContractVersion">The contract it was built against; null without a FlowLabPlugin attribute.</param>
/// <param name="References">Simple names of the assemblies it was compiled against.</param>
internal sealed record PluginMetadata(PluginOrigin Origin, int? ContractVersion, IReadOnlyList<string> References)
{
    /// <summary>Version of the FlowLab.Abstractions that it was compiled against; empty if it references none.</summary>
    public string AbstractionsVersion { get; init; } = "";
}
