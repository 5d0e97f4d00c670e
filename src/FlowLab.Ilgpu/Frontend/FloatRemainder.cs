using System.Numerics;

namespace ILGPU.Frontend;

/// <summary>
/// C#'s <c>%</c> of floats for devices that have no instruction for it. The remainder is always exact: it is found by long division of the
/// significands, bit by bit, from the exponent of the dividend down to that of the divisor.
/// </summary>
internal static class FloatRemainder
{
    private const int SingleBits = 23;
    private const int DoubleBits = 52;
    private const uint SingleInfinity = 0xFFu << SingleBits;
    private const ulong DoubleInfinity = 0x7FFul << DoubleBits;

    internal static float Of(float x, float y)
    {
        var dividend = BitConverter.SingleToUInt32Bits(x) & 0x7FFFFFFF;
        var divisor = BitConverter.SingleToUInt32Bits(y) & 0x7FFFFFFF;
        if (divisor == 0 || dividend >= SingleInfinity || divisor > SingleInfinity)
            return float.NaN;
        if (dividend < divisor)
            return x;
        var sign = BitConverter.SingleToUInt32Bits(x) & 0x80000000;
        return BitConverter.UInt32BitsToSingle(sign | Magnitude(dividend, divisor));
    }

    internal static double Of(double x, double y)
    {
        var dividend = BitConverter.DoubleToUInt64Bits(x) & 0x7FFFFFFFFFFFFFFF;
        var divisor = BitConverter.DoubleToUInt64Bits(y) & 0x7FFFFFFFFFFFFFFF;
        if (divisor == 0 || dividend >= DoubleInfinity || divisor > DoubleInfinity)
            return double.NaN;
        if (dividend < divisor)
            return x;
        var sign = BitConverter.DoubleToUInt64Bits(x) & 0x8000000000000000;
        return BitConverter.UInt64BitsToDouble(sign | Magnitude(dividend, divisor));
    }

    private static uint Magnitude(uint dividend, uint divisor)
    {
        var (rest, exponent) = Parts(dividend);
        var (step, lowest) = Parts(divisor);
        for (; exponent > lowest; exponent--)
            rest = (rest >= step ? rest - step : rest) << 1;
        rest = rest >= step ? rest - step : rest;
        if (rest == 0)
            return 0;
        var shift = BitOperations.LeadingZeroCount(rest) - (31 - SingleBits);
        lowest -= shift;
        return lowest > 0
            ? (rest << shift & 0x7FFFFF) | ((uint)lowest << SingleBits)
            : rest << shift >> (1 - lowest);
    }

    private static ulong Magnitude(ulong dividend, ulong divisor)
    {
        var (rest, exponent) = Parts(dividend);
        var (step, lowest) = Parts(divisor);
        for (; exponent > lowest; exponent--)
            rest = (rest >= step ? rest - step : rest) << 1;
        rest = rest >= step ? rest - step : rest;
        if (rest == 0)
            return 0;
        var shift = BitOperations.LeadingZeroCount(rest) - (63 - DoubleBits);
        lowest -= shift;
        return lowest > 0
            ? (rest << shift & 0xFFFFFFFFFFFFF) | ((ulong)lowest << DoubleBits)
            : rest << shift >> (1 - lowest);
    }

    /// <summary>The significand with its leading one, which denormals get by shifting, and the exponent.</summary>
    private static (uint Significand, int Exponent) Parts(uint bits)
    {
        var shift = BitOperations.LeadingZeroCount(bits) - (31 - SingleBits);
        return shift > 0
            ? (bits << shift, 1 - shift)
            : ((bits & 0x7FFFFF) | 0x800000, (int)(bits >> SingleBits));
    }

    /// <inheritdoc cref="Parts(uint)"/>
    private static (ulong Significand, int Exponent) Parts(ulong bits)
    {
        var shift = BitOperations.LeadingZeroCount(bits) - (63 - DoubleBits);
        return shift > 0
            ? (bits << shift, 1 - shift)
            : ((bits & 0xFFFFFFFFFFFFF) | 0x10000000000000, (int)(bits >> DoubleBits));
    }
}
