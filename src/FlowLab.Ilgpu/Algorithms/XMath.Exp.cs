using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ILGPU.Algorithms;

public static partial class XMath
{
    internal const int MantissaBits = 23;
    internal const int ExponentBias = 127;

    // 1.5 * 2^23 + 127: adding it rounds a float n to the nearest integer and leaves n + 127, the exponent field of 2^n, in the
    // low bits, from where one shift makes 2^n.
    internal const float RoundingMagic = 12582912f + ExponentBias;

    // ln 2 in two parts; the high one has few enough bits that its product with any exponent is exact.
    internal const float Ln2High = 0.693359375f;
    internal const float Ln2Low = -2.12194440e-4f;

    // Below these magnitudes 2^n is a normal number and nothing overflows.
    private const float ExpRange = 87f;
    private const float Exp2Range = 126f;

    /// <summary>e to the power of a value. exp(x) = 2^n e^r with n = round(x / ln 2), |r| at most ln(2) / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float value)
    {
        if (!(MathF.Abs(value) < ExpRange))
            return ExpOfExtreme(value);
        var shifted = MathF.FusedMultiplyAdd(value, Log2E, RoundingMagic);
        return ExpOfReduced(Reduce(value, shifted - RoundingMagic)) * PowerOfTwo(shifted);
    }

    /// <summary>2 to the power of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp2(float value)
    {
        if (!(MathF.Abs(value) < Exp2Range))
            return Exp2OfExtreme(value);
        var shifted = value + RoundingMagic;
        return ExpOfReduced((value - (shifted - RoundingMagic)) * Ln2) * PowerOfTwo(shifted);
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

    /// <summary>2^n of the n that <see cref="RoundingMagic"/> was added to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float PowerOfTwo(float shifted) =>
        Vector128.ShiftLeft(Vector128.CreateScalarUnsafe(shifted).AsInt32(), MantissaBits).AsSingle().ToScalar();
}
