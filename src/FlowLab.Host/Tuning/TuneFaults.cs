using FlowLab.Host.Manifests;

namespace FlowLab.Host.Tuning;

/// <summary>The manifest that a search made of its space has faults: values that no cell can have.</summary>
/// <param name="file">The manifest of the wave.</param>
/// <param name="faults">All of them.</param>
internal sealed class TuneFaults(string file, IReadOnlyList<ManifestFault> faults) : Exception($"{file}: {faults.Count} faults")
{
    /// <summary>The manifest of the wave.</summary>
    public string File { get; } = file;

    /// <summary>All of them.</summary>
    public IReadOnlyList<ManifestFault> Faults { get; } = faults;
}
