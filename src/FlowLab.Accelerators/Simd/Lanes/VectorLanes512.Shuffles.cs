using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Accelerators.Simd;

/// <summary>Which lanes a shuffle reads: within parts of a width of the warp, and among its threads.</summary>
internal static unsafe partial class VectorLanes512
{
    internal static Vector512<int> SourceIndex(Vector512<int> selector, Vector512<int> width, int threads) => Among(Part(width) | (selector & Last(width)), threads);

    internal static Vector512<int> SourceDown(Vector512<int> selector, Vector512<int> width, int threads) => Within(Own(width) + selector, width, threads);

    internal static Vector512<int> SourceUp(Vector512<int> selector, Vector512<int> width, int threads) => Within(Own(width) - selector, width, threads);

    internal static Vector512<int> SourceXor(Vector512<int> selector, Vector512<int> width, int threads) => Within(Own(width) ^ selector, width, threads);

    /// <summary>The lanes of the indices, which are in range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> Permute(Vector512<int> value, Vector512<int> index) => Vector512.ShuffleNative(value, index);

    /// <summary>As <see cref="Permute"/>, of values whose lanes are spread over two vectors: an index out of range gives zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<long> PermuteWide(Vector512<long> low, Vector512<long> high, Vector512<long> index) =>
        Vector512.Shuffle(low, index) | Vector512.Shuffle(high, index - Vector512.Create((long)Vector512<long>.Count));

    private static Vector512<int> Last(Vector512<int> width) => width - Vector512<int>.One;

    /// <summary>The lane within its part.</summary>
    private static Vector512<int> Own(Vector512<int> width) => Vector512<int>.Indices & Last(width);

    /// <summary>The first lane of the part.</summary>
    private static Vector512<int> Part(Vector512<int> width) => Vector512.AndNot(Vector512<int>.Indices, Last(width));

    /// <summary>The own lane where the index lies outside of the part; a sum that wraps around does too.</summary>
    private static Vector512<int> Within(Vector512<int> index, Vector512<int> width, int threads)
    {
        var isWithin = Vector512.LessThan(index.AsUInt32(), width.AsUInt32()).AsInt32();
        return Among(Vector512.ConditionalSelect(isWithin, Part(width) + index, Vector512<int>.Indices), threads);
    }

    private static Vector512<int> Among(Vector512<int> lane, int threads) =>
        Vector512.ConditionalSelect(Vector512.LessThan(lane, Vector512.Create(threads)), lane, Vector512<int>.Indices);
}
