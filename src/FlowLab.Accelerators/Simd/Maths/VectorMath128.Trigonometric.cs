using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Simd;

internal static unsafe partial class VectorMath128
{
    /// <summary>The sine. Vectors with a value beyond the short reduction take the scalar function, lane by lane.</summary>
    internal static Vector128<float> Sin(Vector128<float> value)
    {
        var x = Vector128.Abs(value);
        if (!Vector128.LessThanAll(x, Vector128.Create(PortableMath.ShortReductionRange)))
            return PerLane(value, &PortableMath.Sin);
        var r = ReduceAngle(x, out var quadrant);
        var sign = value.AsInt32() & Vector128.Create(int.MinValue);
        return SinOfQuadrant(r, quadrant) ^ sign.AsSingle();
    }

    /// <summary>The cosine. Vectors with a value beyond the short reduction take the scalar function, lane by lane.</summary>
    internal static Vector128<float> Cos(Vector128<float> value)
    {
        var x = Vector128.Abs(value);
        if (!Vector128.LessThanAll(x, Vector128.Create(PortableMath.ShortReductionRange)))
            return PerLane(value, &PortableMath.Cos);
        var r = ReduceAngle(x, out var quadrant);
        return SinOfQuadrant(r, quadrant + Vector128<int>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ReduceAngle(Vector128<float> x, out Vector128<int> quadrant)
    {
        var shifted = Fma(x, PortableMath.TwoOverPI, Vector128.Create(PortableMath.QuadrantMagic));
        quadrant = shifted.AsInt32();
        var n = shifted - Vector128.Create(PortableMath.QuadrantMagic);
        return Fma(n, -PortableMath.HalfPiLow, Fma(n, -PortableMath.HalfPiMiddle, Fma(n, -PortableMath.HalfPiHigh, x)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> SinOfQuadrant(Vector128<float> r, Vector128<int> quadrant)
    {
        var z = r * r;
        var s = Fma(Fma(Vector128.Create(-1.9515295891e-4f), z, 8.3321608736e-3f), z, -1.6666654611e-1f);
        var sin = Fma(s * z, r, r);
        var c = Fma(Fma(Vector128.Create(2.443315711809948e-5f), z, -1.388731625493765e-3f), z, 4.166664568298827e-2f);
        var cos = Fma(c * z, z, Fma(z, -0.5f, Vector128.Create(1f)));
        var isOdd = Vector128.Equals(quadrant & Vector128<int>.One, Vector128<int>.One).AsSingle();
        var sign = Vector128.ShiftLeft(quadrant & Vector128.Create(2), 30);
        return Vector128.ConditionalSelect(isOdd, cos, sin) ^ sign.AsSingle();
    }
}
