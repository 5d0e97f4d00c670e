using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Maths;

internal static partial class PortableMath
{
    /// <summary>The sine: of x - n pi/2 between -pi/4 and pi/4, or the cosine, by n mod 4.</summary>
    public static float Sin(float value)
    {
        var r = ReduceAngle(MathF.Abs(value), out var quadrant);
        return WithSignOf(value, OfQuadrant(SinOfReduced(r), CosOfReduced(r), quadrant));
    }

    /// <summary>The cosine.</summary>
    public static float Cos(float value)
    {
        var r = ReduceAngle(MathF.Abs(value), out var quadrant);
        return OfQuadrant(SinOfReduced(r), CosOfReduced(r), quadrant + 1);
    }

    /// <summary>The sine and the cosine.</summary>
    public static void SinCos(float value, out float sin, out float cos)
    {
        var r = ReduceAngle(MathF.Abs(value), out var quadrant);
        var (sinOfReduced, cosOfReduced) = (SinOfReduced(r), CosOfReduced(r));
        sin = WithSignOf(value, OfQuadrant(sinOfReduced, cosOfReduced, quadrant));
        cos = OfQuadrant(sinOfReduced, cosOfReduced, quadrant + 1);
    }

    /// <summary>The tangent: of x - n pi/2 between -pi/4 and pi/4, or -1 over it where n is odd.</summary>
    public static float Tan(float value)
    {
        var r = ReduceAngle(MathF.Abs(value), out var quadrant);
        var tan = TanOfReduced(r);
        var cotangent = -1f / tan;
        return WithSignOf(value, (quadrant & 1) == 1 ? cotangent : tan);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float SinOfReduced(float r)
    {
        var z = r * r;
        var s = MathF.FusedMultiplyAdd(MathF.FusedMultiplyAdd(-1.9515295891e-4f, z, 8.3321608736e-3f), z, -1.6666654611e-1f);
        return MathF.FusedMultiplyAdd(s * z, r, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float CosOfReduced(float r)
    {
        var z = r * r;
        var c = MathF.FusedMultiplyAdd(MathF.FusedMultiplyAdd(2.443315711809948e-5f, z, -1.388731625493765e-3f), z, 4.166664568298827e-2f);
        return MathF.FusedMultiplyAdd(c * z, z, MathF.FusedMultiplyAdd(z, -0.5f, 1f));
    }

    /// <summary>r + r^3 P(r^2) with a minimax polynomial for |r| at most pi/4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float TanOfReduced(float r)
    {
        var z = r * r;
        var p = MathF.FusedMultiplyAdd(4.376662895e-3f, z, 9.094954294e-5f);
        p = MathF.FusedMultiplyAdd(p, z, 1.083264034e-2f);
        p = MathF.FusedMultiplyAdd(p, z, 2.128447033e-2f);
        p = MathF.FusedMultiplyAdd(p, z, 5.405918136e-2f);
        p = MathF.FusedMultiplyAdd(p, z, 1.333267391e-1f);
        p = MathF.FusedMultiplyAdd(p, z, 3.333334923e-1f);
        return MathF.FusedMultiplyAdd(p * z, r, r);
    }

    /// <summary>The sine of an angle plus a number of quarter turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float OfQuadrant(float sin, float cos, int quadrant)
    {
        var magnitude = (quadrant & 1) == 1 ? cos : sin;
        return BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(magnitude) ^ ((quadrant & 2) << 30));
    }

    /// <summary>An odd function of |value| as one of the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float WithSignOf(float value, float result) =>
        BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(result) ^ (BitConverter.SingleToInt32Bits(value) & int.MinValue));
}
