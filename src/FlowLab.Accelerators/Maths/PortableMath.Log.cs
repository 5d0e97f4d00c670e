using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Maths;

internal static partial class PortableMath
{
    internal const int SmallestNormalBits = 0x00800000;
    internal const int SqrtHalfBits = 0x3F3504F3;
    internal const int ExponentMask = unchecked((int)0xFF800000);
    internal const float DenormalScale = 8388608f;
    private const float SmallestNormal = 1.17549435e-38f;

    // log10 2 and log10 e in two parts, the high ones exact in products with an exponent.
    internal const float Log10Of2High = 0.30078125f;
    internal const float Log10Of2Low = 2.48745663981195e-4f;

    /// <summary>The natural logarithm. log(x) = n ln 2 + log(1 + f) with 1 + f between sqrt(1/2) and sqrt(2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float value)
    {
        var n = Split(Normalize(value), out var f);
        var tail = MathF.FusedMultiplyAdd(n, Ln2Low, Log1pTail(f));
        return Finish(value, MathF.FusedMultiplyAdd(n, Ln2High, f + tail), MantissaBits * Ln2);
    }

    /// <summary>The logarithm to base 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log2(float value)
    {
        var n = Split(Normalize(value), out var f);
        return Finish(value, MathF.FusedMultiplyAdd(f + Log1pTail(f), Log2E, n), MantissaBits);
    }

    /// <summary>The logarithm to base 10.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log10(float value)
    {
        var n = Split(Normalize(value), out var f);
        var tail = MathF.FusedMultiplyAdd(n, Log10Of2Low, (f + Log1pTail(f)) * Log10E);
        return Finish(value, MathF.FusedMultiplyAdd(n, Log10Of2High, tail), (float)(MantissaBits * Ln2D * Log10ED));
    }

    /// <summary>The logarithm to any base: no number for base 1, nor for the bases 0 and infinity of anything but 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float value, float newBase)
    {
        var isNone = newBase == 1f | (value != 1f & (newBase == 0f | newBase == float.PositiveInfinity));
        var quotient = Log(value) / Log(newBase);
        return isNone ? float.NaN : quotient;
    }

    /// <summary>Denormals (and what has no logarithm) times 2^23.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Normalize(float value) => value < SmallestNormal ? value * DenormalScale : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Split(float value, out float f)
    {
        var bits = BitConverter.SingleToInt32Bits(value);
        var exponent = (bits - SqrtHalfBits) & ExponentMask;
        f = BitConverter.Int32BitsToSingle(bits - exponent) - 1f;
        return exponent >> MantissaBits;
    }

    /// <summary>log(1 + f) - f.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Log1pTail(float f)
    {
        var p = MathF.FusedMultiplyAdd(7.0376836292e-2f, f, -1.1514610310e-1f);
        p = MathF.FusedMultiplyAdd(p, f, 1.1676998740e-1f);
        p = MathF.FusedMultiplyAdd(p, f, -1.2420140846e-1f);
        p = MathF.FusedMultiplyAdd(p, f, 1.4249322787e-1f);
        p = MathF.FusedMultiplyAdd(p, f, -1.6668057665e-1f);
        p = MathF.FusedMultiplyAdd(p, f, 2.0000714765e-1f);
        p = MathF.FusedMultiplyAdd(p, f, -2.4999993993e-1f);
        p = MathF.FusedMultiplyAdd(p, f, 3.3333331174e-1f);
        return f * f * MathF.FusedMultiplyAdd(p, f, -0.5f);
    }

    /// <summary>Takes back the scale of denormals and puts in the limits: -infinity at 0, infinity at infinity, else NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Finish(float value, float log, float logOfScale)
    {
        var result = value < SmallestNormal ? log - logOfScale : log;
        var limit = value > 0f ? value : float.NaN;
        limit = value == 0f ? float.NegativeInfinity : limit;
        return value > 0f & value < float.PositiveInfinity ? result : limit;
    }
}
