using System.Runtime.CompilerServices;

namespace ILGPU.Algorithms;

public static partial class XMath
{
    // Below 2^-125 half of a float may be none.
    private const float SmallestHalvable = 2f * SmallestNormal;

    // A mantissa shifted by so many bits is still an uint.
    private const int BitsPerStep = 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Rem(double x, double y) => x % y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double IEEERemainder(double x, double y) => Math.IEEERemainder(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Rem(float x, float y) => x % y;

    /// <summary>What is left of x after the nearest multiple of y, the even one of two: exact, by the remainder of twice y.</summary>
    public static float IEEERemainder(float x, float y)
    {
        var divisor = MathF.Abs(y);
        var rest = MathF.Abs(x) % (divisor + divisor);
        var isAbove = divisor < SmallestHalvable ? rest + rest > divisor : rest > 0.5f * divisor;
        var once = isAbove ? rest - divisor : rest;
        var isStillAbove = divisor < SmallestHalvable ? once + once >= divisor : once >= 0.5f * divisor;
        return WithSignOf(x, isAbove & isStillAbove ? once - divisor : once);
    }

    /// <summary>
    /// The operator % of floats, for devices without one: long division of the mantissas, some bits at a time. It is exact, so that every
    /// device gets the same bits.
    /// </summary>
    internal static float LongDivisionRemainder(float x, float y)
    {
        var (dividend, divisor) = (MathF.Abs(x), MathF.Abs(y));
        var unit = BiasedExponentOf(divisor);
        var mantissa = MantissaOf(divisor);
        var rest = MantissaOf(dividend);
        mantissa = mantissa == 0 ? 1 : mantissa;
        rest %= mantissa;
        for (var shift = BiasedExponentOf(dividend) - unit; shift > 0; shift -= BitsPerStep)
            rest = (rest << (shift < BitsPerStep ? shift : BitsPerStep)) % mantissa;
        var remainder = dividend < divisor ? dividend : Scale(rest, unit - ExponentBias - MantissaBits);
        var isNone = !(dividend < float.PositiveInfinity) | !(divisor > 0f);
        return isNone ? float.NaN : MathF.CopySign(remainder, x);
    }

    /// <summary>The exponent field of a positive number; denormals have that of the smallest normal one.</summary>
    private static int BiasedExponentOf(float value)
    {
        var exponent = BitConverter.SingleToInt32Bits(value) >> MantissaBits;
        return exponent == 0 ? 1 : exponent;
    }

    /// <summary>The digits of a positive number as an integer.</summary>
    private static uint MantissaOf(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return (bits & (SmallestNormalBits - 1)) | (bits < SmallestNormalBits ? 0u : SmallestNormalBits);
    }
}
