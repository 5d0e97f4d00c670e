namespace FlowLab.Engine.LinearAlgebra.Tiled;

/// <summary>64 threads, tiles of 32 x 32: for devices whose groups are small.</summary>
public readonly struct SmallGroup : IGroupShape
{
    public int Side => 8;
}
