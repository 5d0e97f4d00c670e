namespace FlowLab.Host.Tests.Manifests;

/// <summary>A valid manifest with a random sweep.</summary>
/// <param name="Json">The manifest.</param>
/// <param name="Sizes">Values per axis, in the order of the axes.</param>
/// <param name="Batch">A batch size to override with.</param>
public sealed record RandomSweep(string Json, int[] Sizes, int Batch);
