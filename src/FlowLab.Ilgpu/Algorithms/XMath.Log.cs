using System.Runtime.CompilerServices;

namespace ILGPU.Algorithms;

public static partial class XMath
{
    internal const int SmallestNormalBits = 0x00800000;
    private const int InfinityBits = 0x7F800000;
    internal const int SqrtHalfBits = 0x3F3504F3;
    internal const int ExponentMask = unchecked((int)0xFF800000);
    internal const float DenormalScale = 8388608f;

    // log10 2 and log10 e in two parts, the high ones exact in products with an exponent.
    internal const float Log10Of2High = 0.30078125f;
    internal const float Log10Of2Low = 2.48745663981195e-4f;

    /// <summary>The natural logarithm. log(x) = n ln 2 + log(1 + f) with 1 + f between sqrt(1/2) and sqrt(2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float value)
    {
        if (!IsPositiveNormal(value))
            return LogOfSpecial(value);
        var n = Split(value, out var f);
        var tail = MathF.FusedMultiplyAdd(n, Ln2Low, Log1pTail(f));
        return MathF.FusedMultiplyAdd(n, Ln2High, f + tail);
    }

    /// <summary>The logarithm to base 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log2(float value)
    {
        if (!IsPositiveNormal(value))
            return Log2OfSpecial(value);
        var n = Split(value, out var f);
        return MathF.FusedMultiplyAdd(f + Log1pTail(f), Log2E, n);
    }

    /// <summary>The logarithm to base 10.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log10(float value)
    {
        if (!IsPositiveNormal(value))
            return Log10OfSpecial(value);
        var n = Split(value, out var f);
        var tail = MathF.FusedMultiplyAdd(n, Log10Of2Low, (f + Log1pTail(f)) * Log10E);
        return MathF.FusedMultiplyAdd(n, Log10Of2High, tail);
    }

    /// <summary>The logarithm to any base.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float value, float newBase) => Log(value) / Log(newBase);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPositiveNormal(float value) =>
        (uint)(BitConverter.SingleToInt32Bits(value) - SmallestNormalBits) < InfinityBits - SmallestNormalBits;

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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float LogOfSpecial(float value) =>
        IsPositiveDenormal(value) ? Log(value * DenormalScale) - (MantissaBits * Ln2) : LimitOfLog(value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Log2OfSpecial(float value) =>
        IsPositiveDenormal(value) ? Log2(value * DenormalScale) - MantissaBits : LimitOfLog(value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Log10OfSpecial(float value) =>
        IsPositiveDenormal(value) ? Log10(value * DenormalScale) - (float)(MantissaBits * Ln2D * Log10ED) : LimitOfLog(value);

    private static bool IsPositiveDenormal(float value) => value > 0f && value < float.PositiveInfinity;

    private static float LimitOfLog(float value) =>
        value == 0f ? float.NegativeInfinity : value > 0f ? value : float.NaN;
}
