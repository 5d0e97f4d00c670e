namespace FlowLab.Host.Plugins;

/// <summary>Where a component came from.</summary>
/// <param name="Name">The assembly's simple name.</param>
/// <param name="File">Full path of the plugin's main DLL.</param>
/// <param name="Version">The assembly's informational version, without build metadata.</param>
/// <param name="Sha256">Hash of the main DLL: 64 lower case hexadecimal digits.</param>
public sealed record PluginOrigin(string Name, string File, string Version, string Sha256);
