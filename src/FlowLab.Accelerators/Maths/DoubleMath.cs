using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Maths;

/// <summary>
/// Functions of doubles for devices that have none, such as those of PTX: bodies to inline, made of what every device with doubles does
/// exactly. They are within a few units in the last place over the whole range. The processor computes <see cref="Maths.PortableMath"/>'s doubles by
/// its own library.
/// </summary>
internal static partial class DoubleMath
{
    private const int MantissaBits = 52;
    private const int ExponentBias = 1023;
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double DenormalScale = 4503599627370496.0;

    // 1.5 * 2^52: adding it rounds to the nearest integer and leaves it in the low bits.
    private const double RoundingMagic = 6755399441055744.0;

    private const double HalfPiHigh = 1.5707963267948966;
    private const double HalfPiMiddle = 6.123233995736766e-17;
    private const double HalfPiLow = -1.4973849048591698e-33;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Fma(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, c);

    /// <summary>The value, or the nearest limit; NaN stays.</summary>
    private static double Between(double value, double smallest, double largest)
    {
        var x = value > largest ? largest : value;
        return x < smallest ? smallest : x;
    }

    /// <summary>The integer that <see cref="RoundingMagic"/> was added to.</summary>
    private static int IntegerOf(double shifted) => (int)BitConverter.DoubleToInt64Bits(shifted);

    /// <summary>value * 2^exponent in two steps, of which only the last may round.</summary>
    private static double Scale(double value, int exponent)
    {
        var half = exponent >> 1;
        return value * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + ExponentBias) << MantissaBits);

    /// <summary>An odd function of |value| as one of the value.</summary>
    private static double WithSignOf(double value, double result) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(result) ^ (BitConverter.DoubleToInt64Bits(value) & long.MinValue));
}
