using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Maths;

internal static partial class PortableMath
{
    internal const int MantissaBits = 23;
    internal const int ExponentBias = 127;

    // 1.5 * 2^23 + 127: adding it rounds a float n to the nearest integer and leaves n + 127, the exponent field of 2^n, in the
    // low bits, from where one shift makes 2^n.
    internal const float RoundingMagic = 12582912f + ExponentBias;
    private const int RoundingMagicBits = 0x4B400000 + ExponentBias;

    // ln 2 in two parts; the high one has few enough bits that its product with any exponent is exact.
    internal const float Ln2High = 0.693359375f;
    internal const float Ln2Low = -2.12194440e-4f;

    // Beyond these the result is 0 or infinity.
    private const float LargestExp = 90f;
    private const float SmallestExp = -105f;
    private const float LargestExp2 = 129f;
    private const float SmallestExp2 = -151f;

    /// <summary>e to the power of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float value) => ScaledExp(value, 0);

    /// <summary>2 to the power of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp2(float value)
    {
        var x = Between(value, SmallestExp2, LargestExp2);
        var shifted = x + RoundingMagic;
        return Scale(ExpOfReduced((x - (shifted - RoundingMagic)) * Ln2), ExponentOf(shifted));
    }

    /// <summary>e^value * 2^shift without overflow in between. exp(x) = 2^n e^r with n = round(x / ln 2), |r| at most ln(2) / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float ScaledExp(float value, int shift)
    {
        var x = Between(value, SmallestExp, LargestExp);
        var shifted = MathF.FusedMultiplyAdd(x, Log2E, RoundingMagic);
        return Scale(ExpOfReduced(Reduce(x, shifted - RoundingMagic)), ExponentOf(shifted) + shift);
    }

    /// <summary>The value, or the nearest limit; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Between(float value, float smallest, float largest)
    {
        var x = value > largest ? largest : value;
        return x < smallest ? smallest : x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Reduce(float x, float n) =>
        MathF.FusedMultiplyAdd(n, -Ln2Low, MathF.FusedMultiplyAdd(n, -Ln2High, x));

    /// <summary>(e^r - 1 - r) / r^2 for |r| at most ln(2) / 2, by a minimax polynomial.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float ExpTail(float r)
    {
        var p = MathF.FusedMultiplyAdd(1.394605148e-3f, r, 8.366374299e-3f);
        p = MathF.FusedMultiplyAdd(p, r, 4.166628793e-2f);
        p = MathF.FusedMultiplyAdd(p, r, 1.666654497e-1f);
        return MathF.FusedMultiplyAdd(p, r, 0.5f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float ExpOfReduced(float r) =>
        MathF.FusedMultiplyAdd(MathF.FusedMultiplyAdd(ExpTail(r), r, 1f), r, 1f);

    /// <summary>The integer that <see cref="RoundingMagic"/> was added to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ExponentOf(float shifted) => BitConverter.SingleToInt32Bits(shifted) - RoundingMagicBits;

    /// <summary>value * 2^exponent in two steps, of which only the last may round: results down to the denormals are rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Scale(float value, int exponent)
    {
        var half = exponent >> 1;
        return value * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float PowerOfTwo(int exponent) => BitConverter.Int32BitsToSingle((exponent + ExponentBias) << MantissaBits);

    /// <summary>2^n of the n that <see cref="RoundingMagic"/> was added to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float PowerOfTwo(float shifted) =>
        BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(shifted) << MantissaBits);
}
