namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// How the inner dimension is cut: a sum is a chain of multiply-adds within a block, and blocks are added to the target one after the
/// other. The cut depends on nothing else, so that the bits of a result do not either.
/// </summary>
internal readonly struct DepthBlocks
{
    /// <summary>Longest block: a wide panel of it takes 128 KiB, which leaves most of a second-level cache to narrow panels.</summary>
    private const int Longest = 1024;

    private readonly int _length;
    private readonly int _block;

    internal DepthBlocks(int length)
    {
        _length = length;
        Count = Math.Max(1, (length + Longest - 1) / Longest);
        _block = (length + Count - 1) / Count;
    }

    /// <summary>Blocks; an empty sum is one block without elements.</summary>
    internal int Count { get; }

    /// <summary>Elements of the longest block.</summary>
    internal int Largest => _block;

    internal int StartOf(int block) => block * _block;

    internal int LengthOf(int block) => Math.Min(_block, _length - StartOf(block));
}
