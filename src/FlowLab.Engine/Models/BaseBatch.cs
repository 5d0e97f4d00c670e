using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Engine.Models;

/// <summary>What every launch of a base density has in common.</summary>
/// <param name="Seeds">Seeds R.</param>
/// <param name="Tiles">How samples are dealt to kernel instances.</param>
/// <param name="Parameters">The base's parameters.</param>
public readonly record struct BaseBatch(int Seeds, SampleTiles Tiles, ParameterView Parameters)
{
    /// <summary>One instance per tile (X) and seed (Y).</summary>
    public Index2D Extent => new(Tiles.Tiles, Seeds);
}
