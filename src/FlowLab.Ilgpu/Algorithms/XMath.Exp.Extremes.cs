using System.Runtime.CompilerServices;

namespace ILGPU.Algorithms;

public static partial class XMath
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float ExpOfExtreme(float value) => ScaledExp(value, 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Exp2OfExtreme(float value)
    {
        var x = value > 129f ? 129f : value;
        x = x < -151f ? -151f : x;
        var n = x + RoundingMagic - RoundingMagic;
        return Scale(ExpOfReduced((x - n) * Ln2), (int)n);
    }

    /// <summary>e^value * 2^shift without overflow in between.</summary>
    private static float ScaledExp(float value, int shift)
    {
        var x = value > 90f ? 90f : value;
        x = x < -105f ? -105f : x;
        var n = MathF.FusedMultiplyAdd(x, Log2E, RoundingMagic) - RoundingMagic;
        return Scale(ExpOfReduced(Reduce(x, n)), (int)n + shift);
    }

    /// <summary>value * 2^exponent in two steps, of which only the last may round: results down to the denormals are rounded once.</summary>
    private static float Scale(float value, int exponent)
    {
        var half = exponent >> 1;
        return value * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    private static float PowerOfTwo(int exponent) => BitConverter.Int32BitsToSingle((exponent + ExponentBias) << MantissaBits);
}
