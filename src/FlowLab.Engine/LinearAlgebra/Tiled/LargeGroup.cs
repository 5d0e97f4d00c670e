namespace FlowLab.Engine.LinearAlgebra.Tiled;

/// <summary>256 threads, tiles of 64 x 64.</summary>
public readonly struct LargeGroup : IGroupShape
{
    public int Side => 16;
}
