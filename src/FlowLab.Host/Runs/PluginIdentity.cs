namespace FlowLab.Host.Runs;

/// <summary>Which build of a plugin took part in a run.</summary>
/// <param name="Name">The plugin's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">The fingerprint of its file.</param>
public sealed record PluginIdentity(string Name, string Version, string Sha256);
