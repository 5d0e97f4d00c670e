namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// How the inner dimension is cut: a sum is a chain of multiply-adds within a block, and blocks are added to the target one after the
/// other. The cut depends on nothing else, so that the bits of a result do not either.
/// </summary>
internal readonly struct DepthBlocks
{
    /// <summary>Longest block: a wide panel of it takes 128 KiB, which leaves most of a second-level cache to narrow panels.</summary>
    private const int Longest = 1024;

    private const int LargestGroup = 8;

    private readonly int _length;

    internal DepthBlocks(int length)
    {
        _length = length;
        Count = Math.Max(1, (length + Longest - 1) / Longest);
        Largest = (length + Count - 1) / Count;
    }

    /// <summary>Blocks; an empty sum is one block without elements.</summary>
    internal int Count { get; }

    /// <summary>Elements of the longest block.</summary>
    internal int Largest { get; }

    /// <summary>Blocks that are packed together.</summary>
    internal int GroupSize => Math.Min(Count, LargestGroup);

    internal int Groups => (Count + GroupSize - 1) / GroupSize;

    /// <summary>Elements of the longest group.</summary>
    internal int GroupLength => GroupSize * Largest;

    internal int StartOf(int block) => Math.Min(block * Largest, _length);

    internal int LengthOf(int block) => StartOf(block + 1) - StartOf(block);
}
