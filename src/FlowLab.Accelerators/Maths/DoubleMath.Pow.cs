namespace FlowLab.Accelerators.Maths;

internal static partial class DoubleMath
{
    // Beyond this exponent of 2 the result is 0 or infinity.
    private const double PowRange = 1100.0;

    // 2 / ln 2 and 1/3 in two doubles.
    private const double TwoLog2EHigh = 2.8853900817779268;
    private const double TwoLog2ELow = 4.0710547481862066e-17;
    private const double ThirdHigh = 0.3333333333333333;
    private const double ThirdLow = 1.850371707708594e-17;

    /// <inheritdoc cref="PortableMath.Pow(float, float)"/>
    internal static double Pow(double @base, double exp)
    {
        var log = Log2(Math.Abs(@base), out var logLow);
        var power = log * exp;
        var powerLow = Fma(exp, logLow, Fma(exp, log, -power));
        var isFar = !(Math.Abs(power) < PowRange);
        var magnitude = Exp2(isFar ? Math.CopySign(PowRange, power) : power, isFar ? 0 : powerLow);
        return PowOf(@base, exp, magnitude);
    }

    private static double PowOf(double @base, double exp, double magnitude)
    {
        var isInteger = exp == Math.Floor(exp);
        var isOdd = isInteger & Fma(-2, Math.Floor(0.5 * exp), exp) == 1;
        var positive = Math.Abs(@base) == 1 ? 1 : magnitude;
        var result = isOdd ? Math.CopySign(positive, @base) : positive;
        var isRootOfNegative = @base < 0 & @base > double.NegativeInfinity & !isInteger;
        var isNone = isRootOfNegative | double.IsNaN(@base) | double.IsNaN(exp);
        return exp == 0 | @base == 1 ? 1 : isNone ? double.NaN : result;
    }

    /// <summary>log2 x as the sum of two doubles, as <see cref="PortableMath.Pow(float, float)"/> does it in floats.</summary>
    private static double Log2(double x, out double low)
    {
        var n = Split(x, out var f);
        var reciprocal = 1 / (f + 2);
        var q = reciprocal * f;
        var qLow = reciprocal * Fma(q, -f, Fma(q, -2, f));
        var tail = AtanhTail(q, qLow, out var tailLow);
        var product = q * TwoLog2EHigh;
        var productLow = Fma(q, TwoLog2ELow, Fma(q, TwoLog2EHigh, -product));
        var tailProduct = tail * TwoLog2EHigh;
        var tailProductLow = Fma(tailLow, TwoLog2EHigh, Fma(tail, TwoLog2ELow, Fma(tail, TwoLog2EHigh, -tailProduct)));
        var fraction = product + tailProduct;
        var fractionLow = product - fraction + tailProduct + (tailProductLow + productLow);
        var sum = n + fraction;
        low = n - sum + fraction + fractionLow;
        sum = x == 0 ? double.NegativeInfinity : sum;
        return x == double.PositiveInfinity ? x : sum;
    }

    /// <summary>
    /// atanh(q + qLow) - q as the sum of two doubles, for |q| at most 0.172: q^3 by a minimax polynomial in q^2, whose first coefficient
    /// is 1/3. The logarithm needs 66 bits, so that of the polynomial and of the product both halves count.
    /// </summary>
    private static double AtanhTail(double q, double qLow, out double low)
    {
        var square = q * q;
        var squareLow = Fma(q, qLow + qLow, Fma(q, q, -square));
        var cube = square * q;
        var cubeLow = Fma(square, qLow, Fma(squareLow, q, Fma(square, q, -cube)));
        var higher = AtanhPolynomial(square);
        var p = Fma(higher, square, ThirdHigh);
        var pLow = Fma(higher, square, ThirdHigh - p) + ThirdLow;
        var product = p * cube;
        var productLow = Fma(p, cubeLow, Fma(pLow, cube, Fma(p, cube, -product)));
        low = productLow + qLow;
        return product;
    }

    private static double AtanhPolynomial(double square)
    {
        var p = Fma(5.99089712425179e-2, square, 5.8378881809882516e-2);
        p = Fma(p, square, 6.668132339553803e-2);
        p = Fma(p, square, 7.692279212465229e-2);
        p = Fma(p, square, 9.090909422013906e-2);
        p = Fma(p, square, 0.11111111108894804);
        p = Fma(p, square, 0.1428571428572192);
        return Fma(p, square, 0.1999999999999999);
    }

    /// <summary>2 to the power of the sum of two doubles of at most <see cref="PowRange"/>.</summary>
    private static double Exp2(double high, double low)
    {
        var shifted = high + RoundingMagic;
        return Scale(ExpOfReduced((high - (shifted - RoundingMagic) + low) * PortableMath.Ln2D), IntegerOf(shifted));
    }
}
