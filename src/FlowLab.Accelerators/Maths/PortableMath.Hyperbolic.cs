using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Maths;

internal static partial class PortableMath
{
    // From here on the hyperbolic tangent of a float is 1.
    internal const float TanhRange = 9.1f;

    /// <summary>The hyperbolic tangent: tanh(x) = m / (m + 2) with m = e^2x - 1, which loses no digits near zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Tanh(float value)
    {
        var magnitude = MathF.Abs(value);
        var x = magnitude > TanhRange ? TanhRange : magnitude;
        var m = Expm1(x + x);
        return MathF.CopySign(m / (m + 2f), value);
    }

    /// <summary>The hyperbolic sine.</summary>
    public static float Sinh(float value)
    {
        var x = MathF.Abs(value);
        var m = Expm1(x);
        var near = 0.5f * (m + (m / (m + 1f)));
        var half = ScaledExp(x, -1);
        var far = half - (0.25f / half);
        return MathF.CopySign(x < 1f ? near : far, value);
    }

    /// <summary>The hyperbolic cosine.</summary>
    public static float Cosh(float value)
    {
        var half = ScaledExp(MathF.Abs(value), -1);
        return half + (0.25f / half);
    }

    /// <summary>
    /// e^x - 1 for x from 0 to 19: 2^n (e^r - 1) + (2^n - 1). One float of ln 2 is enough for so few n: it moves r by less than 6e-8.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Expm1(float x)
    {
        var shifted = MathF.FusedMultiplyAdd(x, Log2E, RoundingMagic);
        var scale = PowerOfTwo(shifted);
        var r = MathF.FusedMultiplyAdd(shifted - RoundingMagic, -Ln2, x);
        var m = MathF.FusedMultiplyAdd(ExpTail(r), r * r, r);
        return MathF.FusedMultiplyAdd(scale, m, scale - 1f);
    }
}
