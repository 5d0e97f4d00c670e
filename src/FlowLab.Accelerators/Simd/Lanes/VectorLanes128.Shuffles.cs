using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Accelerators.Simd;

/// <summary>Which lanes a shuffle reads: within parts of a width of the warp, and among its threads.</summary>
internal static unsafe partial class VectorLanes128
{
    internal static Vector128<int> SourceIndex(Vector128<int> selector, Vector128<int> width, int threads) => Among(Part(width) | (selector & Last(width)), threads);

    internal static Vector128<int> SourceDown(Vector128<int> selector, Vector128<int> width, int threads) => Within(Own(width) + selector, width, threads);

    internal static Vector128<int> SourceUp(Vector128<int> selector, Vector128<int> width, int threads) => Within(Own(width) - selector, width, threads);

    internal static Vector128<int> SourceXor(Vector128<int> selector, Vector128<int> width, int threads) => Within(Own(width) ^ selector, width, threads);

    /// <summary>The lanes of the indices, which are in range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> Permute(Vector128<int> value, Vector128<int> index) => Vector128.ShuffleNative(value, index);

    /// <summary>As <see cref="Permute"/>, of values whose lanes are spread over two vectors: an index out of range gives zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<long> PermuteWide(Vector128<long> low, Vector128<long> high, Vector128<long> index) =>
        Vector128.Shuffle(low, index) | Vector128.Shuffle(high, index - Vector128.Create((long)Vector128<long>.Count));

    private static Vector128<int> Last(Vector128<int> width) => width - Vector128<int>.One;

    /// <summary>The lane within its part.</summary>
    private static Vector128<int> Own(Vector128<int> width) => Vector128<int>.Indices & Last(width);

    /// <summary>The first lane of the part.</summary>
    private static Vector128<int> Part(Vector128<int> width) => Vector128.AndNot(Vector128<int>.Indices, Last(width));

    /// <summary>The own lane where the index lies outside of the part; a sum that wraps around does too.</summary>
    private static Vector128<int> Within(Vector128<int> index, Vector128<int> width, int threads)
    {
        var isWithin = Vector128.LessThan(index.AsUInt32(), width.AsUInt32()).AsInt32();
        return Among(Vector128.ConditionalSelect(isWithin, Part(width) + index, Vector128<int>.Indices), threads);
    }

    private static Vector128<int> Among(Vector128<int> lane, int threads) =>
        Vector128.ConditionalSelect(Vector128.LessThan(lane, Vector128.Create(threads)), lane, Vector128<int>.Indices);
}
