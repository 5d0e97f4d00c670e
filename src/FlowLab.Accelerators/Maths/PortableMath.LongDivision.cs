namespace FlowLab.Accelerators.Maths;

internal static partial class PortableMath
{
    private const int MantissaBitsD = 52;
    private const int ExponentBiasD = 1023;

    // A mantissa shifted by so many bits still is an unsigned integer.
    private const int BitsPerStep = 8;
    private const int BitsPerStepD = 11;

    /// <summary>
    /// The operator % of floats, for devices without one: long division of the mantissas, some bits at a time. It is exact, so that every
    /// device gets the same bits.
    /// </summary>
    internal static float LongDivisionRemainder(float x, float y)
    {
        var (dividend, divisor) = (MathF.Abs(x), MathF.Abs(y));
        var (rest, shift) = MantissaOf(dividend);
        var (mantissa, unit) = MantissaOf(divisor);
        mantissa = mantissa == 0 ? 1 : mantissa;
        rest %= mantissa;
        for (shift -= unit; shift > 0; shift -= BitsPerStep)
            rest = (rest << (shift < BitsPerStep ? shift : BitsPerStep)) % mantissa;
        var remainder = dividend < divisor ? dividend : Scale((float)rest, unit - ExponentBias - MantissaBits);
        var isNone = !(dividend < float.PositiveInfinity) | !(divisor > 0f);
        return isNone ? float.NaN : MathF.CopySign(remainder, x);
    }

    /// <inheritdoc cref="LongDivisionRemainder(float, float)"/>
    internal static double LongDivisionRemainder(double x, double y)
    {
        var (dividend, divisor) = (Math.Abs(x), Math.Abs(y));
        var (rest, shift) = MantissaOf(dividend);
        var (mantissa, unit) = MantissaOf(divisor);
        mantissa = mantissa == 0 ? 1 : mantissa;
        rest %= mantissa;
        for (shift -= unit; shift > 0; shift -= BitsPerStepD)
            rest = (rest << (shift < BitsPerStepD ? shift : BitsPerStepD)) % mantissa;
        var remainder = dividend < divisor ? dividend : Scale((double)rest, unit - ExponentBiasD - MantissaBitsD);
        var isNone = !(dividend < double.PositiveInfinity) | !(divisor > 0.0);
        return isNone ? double.NaN : Math.CopySign(remainder, x);
    }

    /// <summary>The digits of a positive number as an integer, and the exponent field; denormals have that of the smallest normal one.</summary>
    private static (uint Mantissa, int Exponent) MantissaOf(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        var field = (int)(bits >> MantissaBits);
        var fraction = bits & ((1u << MantissaBits) - 1);
        return (field == 0 ? fraction : fraction | (1u << MantissaBits), field == 0 ? 1 : field);
    }

    /// <inheritdoc cref="MantissaOf(float)"/>
    private static (ulong Mantissa, int Exponent) MantissaOf(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var field = (int)(bits >> MantissaBitsD);
        var fraction = bits & ((1ul << MantissaBitsD) - 1);
        return (field == 0 ? fraction : fraction | (1ul << MantissaBitsD), field == 0 ? 1 : field);
    }

    /// <inheritdoc cref="Scale(float, int)"/>
    private static double Scale(double value, int exponent)
    {
        var half = exponent >> 1;
        return value * PowerOfTwoD(half) * PowerOfTwoD(exponent - half);
    }

    private static double PowerOfTwoD(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + ExponentBiasD) << MantissaBitsD);
}
