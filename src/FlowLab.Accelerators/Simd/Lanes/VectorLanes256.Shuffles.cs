using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Accelerators.Simd;

/// <summary>Which lanes a shuffle reads: within parts of a width of the warp, and among its threads.</summary>
internal static unsafe partial class VectorLanes256
{
    internal static Vector256<int> SourceIndex(Vector256<int> selector, Vector256<int> width, int threads) => Among(Part(width) | (selector & Last(width)), threads);

    internal static Vector256<int> SourceDown(Vector256<int> selector, Vector256<int> width, int threads) => Within(Own(width) + selector, width, threads);

    internal static Vector256<int> SourceUp(Vector256<int> selector, Vector256<int> width, int threads) => Within(Own(width) - selector, width, threads);

    internal static Vector256<int> SourceXor(Vector256<int> selector, Vector256<int> width, int threads) => Within(Own(width) ^ selector, width, threads);

    /// <summary>The lanes of the indices, which are in range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Permute(Vector256<int> value, Vector256<int> index) => Vector256.ShuffleNative(value, index);

    /// <summary>As <see cref="Permute"/>, of values whose lanes are spread over two vectors: an index out of range gives zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<long> PermuteWide(Vector256<long> low, Vector256<long> high, Vector256<long> index) =>
        Vector256.Shuffle(low, index) | Vector256.Shuffle(high, index - Vector256.Create((long)Vector256<long>.Count));

    private static Vector256<int> Last(Vector256<int> width) => width - Vector256<int>.One;

    /// <summary>The lane within its part.</summary>
    private static Vector256<int> Own(Vector256<int> width) => Vector256<int>.Indices & Last(width);

    /// <summary>The first lane of the part.</summary>
    private static Vector256<int> Part(Vector256<int> width) => Vector256.AndNot(Vector256<int>.Indices, Last(width));

    /// <summary>The own lane where the index lies outside of the part; a sum that wraps around does too.</summary>
    private static Vector256<int> Within(Vector256<int> index, Vector256<int> width, int threads)
    {
        var isWithin = Vector256.LessThan(index.AsUInt32(), width.AsUInt32()).AsInt32();
        return Among(Vector256.ConditionalSelect(isWithin, Part(width) + index, Vector256<int>.Indices), threads);
    }

    private static Vector256<int> Among(Vector256<int> lane, int threads) =>
        Vector256.ConditionalSelect(Vector256.LessThan(lane, Vector256.Create(threads)), lane, Vector256<int>.Indices);
}
