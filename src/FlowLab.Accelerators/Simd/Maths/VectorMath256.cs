using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// The functions of <see cref="Maths.PortableMath"/> on vectors of floats: the same operations in the same order, so that a lane has
/// the bits that the scalar function gives. The classes of all widths differ in the width only.
/// </summary>
internal static unsafe partial class VectorMath256
{
    /// <summary>A scalar function, lane by lane.</summary>
    private static Vector256<float> PerLane(Vector256<float> value, delegate*<float, float> function)
    {
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
            Unsafe.Add(ref Unsafe.As<Vector256<float>, float>(ref value), lane) = function(value.GetElement(lane));
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fma(Vector256<float> a, Vector256<float> b, Vector256<float> c) =>
        Vector256.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fma(Vector256<float> a, Vector256<float> b, float c) =>
        Vector256.FusedMultiplyAdd(a, b, Vector256.Create(c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fma(Vector256<float> a, float b, Vector256<float> c) =>
        Vector256.FusedMultiplyAdd(a, Vector256.Create(b), c);
}
