namespace FlowLab.Host.Manifests;

/// <summary>What the command line changes in a manifest before it is checked.</summary>
/// <param name="Sets">Assignments <c>path=value</c>, later ones winning.</param>
/// <param name="Seeds">Number of seeds, 0 .. n - 1; null keeps the manifest's.</param>
/// <param name="Preset">Name of the preset to apply; null keeps the manifest's.</param>
public sealed record ManifestOverrides(IReadOnlyList<string> Sets, int? Seeds = null, string? Preset = null)
{
    /// <summary>No change.</summary>
    public static ManifestOverrides None { get; } = new([]);
}
