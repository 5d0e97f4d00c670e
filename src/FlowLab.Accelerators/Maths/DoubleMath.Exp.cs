namespace FlowLab.Accelerators.Maths;

internal static partial class DoubleMath
{
    private const double Ln2High = 0.6931471804855391;
    private const double Ln2Low = 7.440617110012397e-11;

    // Beyond these the result, or half of it, is 0 or infinity.
    private const double LargestExp = 712.0;
    private const double SmallestExp = -746.0;
    private const double LargestExp2 = 1025.0;
    private const double SmallestExp2 = -1076.0;

    // From here on the hyperbolic tangent of a double is 1.
    private const double TanhRange = 22.0;

    /// <inheritdoc cref="PortableMath.Exp(float)"/>
    internal static double Exp(double value) => ScaledExp(value, 0);

    /// <inheritdoc cref="PortableMath.Exp2(float)"/>
    internal static double Exp2(double value)
    {
        var x = Between(value, SmallestExp2, LargestExp2);
        var shifted = x + RoundingMagic;
        return Scale(ExpOfReduced((x - (shifted - RoundingMagic)) * PortableMath.Ln2D), IntegerOf(shifted));
    }

    /// <inheritdoc cref="PortableMath.Tanh(float)"/>
    internal static double Tanh(double value)
    {
        var x = Between(Math.Abs(value), 0, TanhRange);
        var m = Expm1(x + x);
        return Math.CopySign(m / (m + 2), value);
    }

    /// <inheritdoc cref="PortableMath.Sinh(float)"/>
    internal static double Sinh(double value)
    {
        var x = Math.Abs(value);
        var m = Expm1(Between(x, 0, 1));
        var near = 0.5 * (m + (m / (m + 1)));
        var half = ScaledExp(x, -1);
        var far = half - (0.25 / half);
        return Math.CopySign(x < 1 ? near : far, value);
    }

    /// <inheritdoc cref="PortableMath.Cosh(float)"/>
    internal static double Cosh(double value)
    {
        var half = ScaledExp(Math.Abs(value), -1);
        return half + (0.25 / half);
    }

    /// <summary>e^value * 2^shift without overflow in between. exp(x) = 2^n e^r with n = round(x / ln 2), |r| at most ln(2) / 2.</summary>
    private static double ScaledExp(double value, int shift)
    {
        var x = Between(value, SmallestExp, LargestExp);
        var shifted = Fma(x, PortableMath.Log2ED, RoundingMagic);
        return Scale(ExpOfReduced(Reduced(x, shifted - RoundingMagic)), IntegerOf(shifted) + shift);
    }

    private static double Reduced(double x, double n) => Fma(n, -Ln2Low, Fma(n, -Ln2High, x));

    private static double ExpOfReduced(double r) => Fma(Fma(ExpTail(r), r, 1), r, 1);

    /// <summary>e^x - 1 for x from 0 to 45: 2^n (e^r - 1) + (2^n - 1).</summary>
    private static double Expm1(double x)
    {
        var shifted = Fma(x, PortableMath.Log2ED, RoundingMagic);
        var scale = PowerOfTwo(IntegerOf(shifted));
        var r = Reduced(x, shifted - RoundingMagic);
        return Fma(scale, Fma(ExpTail(r), r * r, r), scale - 1);
    }

    /// <summary>(e^r - 1 - r) / r^2 for |r| at most ln(2) / 2, by a minimax polynomial.</summary>
    private static double ExpTail(double r)
    {
        var p = Fma(2.0826609440636786e-9, r, 2.5112036433671533e-8);
        p = Fma(p, r, 2.755758190883841e-7);
        p = Fma(p, r, 2.7557234863168157e-6);
        p = Fma(p, r, 2.4801586926555865e-5);
        p = Fma(p, r, 1.984126989638242e-4);
        p = Fma(p, r, 1.3888888889115672e-3);
        p = Fma(p, r, 8.333333333317035e-3);
        p = Fma(p, r, 4.1666666666666095e-2);
        p = Fma(p, r, 1.6666666666666682e-1);
        return Fma(p, r, 0.5);
    }
}
