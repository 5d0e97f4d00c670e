namespace FlowLab.Accelerators.Maths;

internal static partial class DoubleMath
{
    private const long SqrtHalfBits = 0x3FE6A09E667F3BCD;
    private const long ExponentMask = unchecked((long)0xFFF0000000000000);
    private const double Log10Of2High = 0.30102999560767785;
    private const double Log10Of2Low = 5.630334806675098e-11;

    /// <inheritdoc cref="PortableMath.Log(float)"/>
    internal static double Log(double value)
    {
        var n = Split(value, out var f);
        var tail = Fma(n, Ln2Low, Log1pTail(f));
        return Finish(value, Fma(n, Ln2High, f + tail));
    }

    /// <inheritdoc cref="PortableMath.Log2(float)"/>
    internal static double Log2(double value)
    {
        var n = Split(value, out var f);
        return Finish(value, Fma(f + Log1pTail(f), PortableMath.Log2ED, n));
    }

    /// <inheritdoc cref="PortableMath.Log10(float)"/>
    internal static double Log10(double value)
    {
        var n = Split(value, out var f);
        var tail = Fma(n, Log10Of2Low, (f + Log1pTail(f)) * PortableMath.Log10ED);
        return Finish(value, Fma(n, Log10Of2High, tail));
    }

    /// <summary>A positive number as 2^n (1 + f) with 1 + f between sqrt(1/2) and sqrt(2); denormals are made larger first.</summary>
    private static double Split(double value, out double f)
    {
        var isDenormal = value < SmallestNormal;
        var bits = BitConverter.DoubleToInt64Bits(isDenormal ? value * DenormalScale : value);
        var exponent = (bits - SqrtHalfBits) & ExponentMask;
        f = BitConverter.Int64BitsToDouble(bits - exponent) - 1;
        return (int)(exponent >> MantissaBits) - (isDenormal ? MantissaBits : 0);
    }

    /// <summary>
    /// log(1 + f) - f. With s = f / (2 + f) it is 2 atanh(s) - f = s (f^2/2 + R(s^2)) - f^2/2, where R is the polynomial of fdlibm.
    /// </summary>
    private static double Log1pTail(double f)
    {
        var s = f / (f + 2);
        var z = s * s;
        var r = Fma(1.479819860511658591e-1, z, 1.531383769920937332e-1);
        r = Fma(r, z, 1.818357216161805012e-1);
        r = Fma(r, z, 2.222219843214978396e-1);
        r = Fma(r, z, 2.857142874366239149e-1);
        r = Fma(r, z, 3.999999999940941908e-1);
        r = Fma(r, z, 6.666666666666735130e-1);
        var half = 0.5 * f * f;
        return Fma(s, Fma(r, z, half), -half);
    }

    /// <summary>Puts in the limits: -infinity at 0, infinity at infinity, NaN below 0.</summary>
    private static double Finish(double value, double log)
    {
        var limit = value > 0 ? value : double.NaN;
        limit = value == 0 ? double.NegativeInfinity : limit;
        return value > 0 & value < double.PositiveInfinity ? log : limit;
    }
}
