namespace FlowLab.Accelerators.Maths;

internal static partial class PortableMath
{
    // Beyond this exponent of 2 the result is 0 or infinity.
    private const float PowRange = 160f;

    // 2 / ln 2 in two floats.
    private const float TwoLog2EHigh = 2.88539004f;
    private const float TwoLog2ELow = 3.85192607e-8f;

    /// <summary>
    /// A power, with the special cases of IEEE 754-2008: 2^(exp log2 |base|), where the logarithm and the product are sums of two floats
    /// each, since what the product loses behind the point the result loses in its first digits.
    /// </summary>
    public static float Pow(float @base, float exp)
    {
        var log = Log2(MathF.Abs(@base), out var logLow);
        var power = log * exp;
        var powerLow = MathF.FusedMultiplyAdd(exp, logLow, MathF.FusedMultiplyAdd(exp, log, -power));
        var isFar = !(MathF.Abs(power) < PowRange);
        var magnitude = Exp2(isFar ? MathF.CopySign(PowRange, power) : power, isFar ? 0f : powerLow);
        return PowOf(@base, exp, magnitude);
    }

    /// <summary>The power by its magnitude: its sign, and the cases that the logarithm does not know.</summary>
    private static float PowOf(float @base, float exp, float magnitude)
    {
        var isInteger = exp == MathF.Floor(exp);
        var isOdd = isInteger & MathF.FusedMultiplyAdd(-2f, MathF.Floor(0.5f * exp), exp) == 1f;
        var positive = MathF.Abs(@base) == 1f ? 1f : magnitude;
        var result = isOdd ? MathF.CopySign(positive, @base) : positive;
        var isRootOfNegative = @base < 0f & @base > float.NegativeInfinity & !isInteger;
        var isNone = isRootOfNegative | float.IsNaN(@base) | float.IsNaN(exp);
        return exp == 0f | @base == 1f ? 1f : isNone ? float.NaN : result;
    }

    /// <summary>
    /// log2 x as the sum of two floats, for x from 0 to infinity. With x = 2^n m and q = (m - 1) / (m + 1) it is n + 2 atanh(q) / ln 2; q and
    /// its cube are sums of two floats as well.
    /// </summary>
    private static float Log2(float x, out float low)
    {
        var n = Split(Normalize(x), out var f) - (x < SmallestNormal ? MantissaBits : 0);
        var reciprocal = 1f / (f + 2f);
        var q = reciprocal * f;
        var qLow = reciprocal * MathF.FusedMultiplyAdd(q, -f, MathF.FusedMultiplyAdd(q, -2f, f));
        var tail = AtanhTail(q, qLow);
        var product = q * TwoLog2EHigh;
        var productLow = MathF.FusedMultiplyAdd(q, TwoLog2ELow, MathF.FusedMultiplyAdd(q, TwoLog2EHigh, -product));
        var rest = MathF.FusedMultiplyAdd(tail, TwoLog2EHigh, productLow);
        var fraction = product + rest;
        var sum = n + fraction;
        low = n - sum + fraction + (product - fraction + rest);
        sum = x == 0f ? float.NegativeInfinity : sum;
        return x == float.PositiveInfinity ? x : sum;
    }

    /// <summary>
    /// atanh(q + qLow) - q for |q| at most 0.172: q^3 by a minimax polynomial in q^2. It is up to a hundredth of q, so that the polynomial is
    /// a sum of two floats too: only two roundings touch more than the last bits of the logarithm.
    /// </summary>
    private static float AtanhTail(float q, float qLow)
    {
        var square = q * q;
        var squareLow = MathF.FusedMultiplyAdd(q, qLow + qLow, MathF.FusedMultiplyAdd(q, q, -square));
        var cube = square * q;
        var cubeLow = MathF.FusedMultiplyAdd(square, qLow, MathF.FusedMultiplyAdd(squareLow, q, MathF.FusedMultiplyAdd(square, q, -cube)));
        var higher = MathF.FusedMultiplyAdd(MathF.FusedMultiplyAdd(1.213931739e-1f, square, 1.424939781e-1f), square, 2.000048608e-1f);
        var p = MathF.FusedMultiplyAdd(higher, square, 3.333333135e-1f);
        var pLow = MathF.FusedMultiplyAdd(higher, square, 3.333333135e-1f - p);
        return MathF.FusedMultiplyAdd(p, cube, MathF.FusedMultiplyAdd(p, cubeLow, MathF.FusedMultiplyAdd(pLow, cube, qLow)));
    }

    /// <summary>2 to the power of the sum of two floats of at most <see cref="PowRange"/>.</summary>
    private static float Exp2(float high, float low)
    {
        var shifted = high + RoundingMagic;
        return Scale(ExpOfReduced((high - (shifted - RoundingMagic) + low) * Ln2), ExponentOf(shifted));
    }
}
