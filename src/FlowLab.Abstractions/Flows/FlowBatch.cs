using FlowLab.Kernels;

namespace FlowLab.Flows;

/// <summary>What every pass through a flow has in common.</summary>
/// <param name="Seeds">Seeds R in the launch.</param>
/// <param name="Tiles">How the samples are dealt to kernel instances; the launch has R x Tiles.Tiles instances.</param>
/// <param name="Layers">How many layers, from the first, take part: K, or fewer to look inside the chain.</param>
/// <param name="Parameters">The flow's parameters: one set per seed (global) or per sample (amortised).</param>
public readonly record struct FlowBatch(int Seeds, SampleTiles Tiles, int Layers, ParameterView Parameters)
{
    /// <summary>
    /// What the inference network says of each data point, <see cref="IFlow.ContextLength"/> numbers; then every tile holds samples of one
    /// point, and the numbers are the tile's. Without a context: the parameters once more, not to be read.
    /// </summary>
    public ParameterView Context { get; init; } = Parameters;
}
