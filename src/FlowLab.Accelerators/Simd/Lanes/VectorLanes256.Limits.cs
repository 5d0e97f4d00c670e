using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Accelerators.Simd;

internal static unsafe partial class VectorLanes256
{
    /// <summary>
    /// Below this, a counter that grows from lane to lane by a stride is below the bound of every lane: the least of bound - lane * stride. Where a
    /// bound is negative, and this might overflow, there is no such limit.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long LeastLimit(Vector256<int> bounds, int stride)
    {
        if (Vector256.LessThanAny(bounds, Vector256<int>.Zero))
            return long.MinValue;
        var limits = bounds - (Vector256<int>.Indices * stride);
        var quarter = Vector128.Min(limits.GetLower(), limits.GetUpper());
        var pair = Vector128.Min(quarter, Vector128.Shuffle(quarter, Vector128.Create(2, 3, 0, 1)));
        return Math.Min(pair[0], pair[1]);
    }
}
