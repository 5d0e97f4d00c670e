namespace FlowLab.Host.Manifests;

/// <summary>One axis of a sweep.</summary>
/// <param name="Name">The key in the sweep.</param>
/// <param name="Path">The path that its values go to; null if its values are partial manifests.</param>
/// <param name="Values">Its values in the order written.</param>
internal sealed record SweepAxis(string Name, ManifestPath? Path, IReadOnlyList<SweepValue> Values);
