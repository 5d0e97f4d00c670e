using System.Runtime.CompilerServices;

namespace ILGPU.Algorithms;

public static partial class XMath
{
    // 1.5 * 2^23: adding it rounds a float to the nearest integer, which then stands in the low bits.
    private const float RoundingMagic = 12582912f;
    private const int RoundingMagicBits = 0x4B400000;
    private const int ExponentBias = 127;
    private const int MantissaBits = 23;

    // ln 2 in two parts; the high one has few enough bits that its product with any exponent is exact.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    /// <summary>e to the power of a value. exp(x) = 2^n e^r with n = round(x / ln 2), |r| at most ln(2) / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float value) => ScaledExp(value, 0);

    /// <summary>2 to the power of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp2(float value)
    {
        var x = value > 129f ? 129f : value;
        x = x < -151f ? -151f : x;
        var shifted = x + RoundingMagic;
        var r = (x - (shifted - RoundingMagic)) * Ln2;
        return Scale(1f + Expm1OfReduced(r), BitConverter.SingleToInt32Bits(shifted) - RoundingMagicBits);
    }

    /// <summary>e^value * 2^shift without overflow in between.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float ScaledExp(float value, int shift)
    {
        var x = value > 90f ? 90f : value;
        x = x < -105f ? -105f : x;
        var shifted = MathF.FusedMultiplyAdd(x, Log2E, RoundingMagic);
        var r = Reduce(x, shifted - RoundingMagic);
        return Scale(1f + Expm1OfReduced(r), BitConverter.SingleToInt32Bits(shifted) - RoundingMagicBits + shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Reduce(float x, float n) =>
        MathF.FusedMultiplyAdd(n, -Ln2Low, MathF.FusedMultiplyAdd(n, -Ln2High, x));

    /// <summary>e^r - 1 for |r| at most ln(2) / 2, accurate relative to its own size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Expm1OfReduced(float r)
    {
        var p = MathF.FusedMultiplyAdd(1.9875691500e-4f, r, 1.3981999507e-3f);
        p = MathF.FusedMultiplyAdd(p, r, 8.3334519073e-3f);
        p = MathF.FusedMultiplyAdd(p, r, 4.1665795894e-2f);
        p = MathF.FusedMultiplyAdd(p, r, 1.6666665459e-1f);
        p = MathF.FusedMultiplyAdd(p, r, 5.0000001201e-1f);
        return MathF.FusedMultiplyAdd(p, r * r, r);
    }

    /// <summary>value * 2^exponent in two exact steps but the last, so that results down to the denormals are rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Scale(float value, int exponent)
    {
        var half = exponent >> 1;
        return value * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float PowerOfTwo(int exponent) => BitConverter.Int32BitsToSingle((exponent + ExponentBias) << MantissaBits);
}
