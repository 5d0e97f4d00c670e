using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// The functions of <see cref="Maths.PortableMath"/> on vectors of floats: the same operations in the same order, so that a lane has
/// the bits that the scalar function gives. The classes of all widths differ in the width only.
/// </summary>
internal static unsafe partial class VectorMath512
{
    /// <summary>A scalar function, lane by lane.</summary>
    private static Vector512<float> PerLane(Vector512<float> value, delegate*<float, float> function)
    {
        for (var lane = 0; lane < Vector512<float>.Count; lane++)
            Unsafe.Add(ref Unsafe.As<Vector512<float>, float>(ref value), lane) = function(value.GetElement(lane));
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fma(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
        Vector512.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fma(Vector512<float> a, Vector512<float> b, float c) =>
        Vector512.FusedMultiplyAdd(a, b, Vector512.Create(c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fma(Vector512<float> a, float b, Vector512<float> c) =>
        Vector512.FusedMultiplyAdd(a, Vector512.Create(b), c);
}
