using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// The functions of <see cref="Maths.PortableMath"/> on vectors of floats: the same operations in the same order, so that a lane has
/// the bits that the scalar function gives. The classes of all widths differ in the width only.
/// </summary>
internal static unsafe partial class VectorMath128
{
    /// <summary>A scalar function, lane by lane.</summary>
    private static Vector128<float> PerLane(Vector128<float> value, delegate*<float, float> function)
    {
        for (var lane = 0; lane < Vector128<float>.Count; lane++)
            Unsafe.Add(ref Unsafe.As<Vector128<float>, float>(ref value), lane) = function(value.GetElement(lane));
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Fma(Vector128<float> a, Vector128<float> b, Vector128<float> c) =>
        Vector128.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Fma(Vector128<float> a, Vector128<float> b, float c) =>
        Vector128.FusedMultiplyAdd(a, b, Vector128.Create(c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Fma(Vector128<float> a, float b, Vector128<float> c) =>
        Vector128.FusedMultiplyAdd(a, Vector128.Create(b), c);
}
