using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Maths;

internal static partial class DoubleMath
{
    // Up to here pi/2 in three doubles reduces an angle to a fraction of its last place.
    private const double ShortReductionRange = 67108864.0;

    private const int WordBits = 32;
    private const int WordsOfProduct = 6;
    private const double TwoToMinus62 = 2.168404344971009e-19;
    private const double TwoToMinus64 = 5.421010862427522e-20;

    /// <summary>An angle less the nearest multiple of pi/2, and that multiple mod 4; NaN for infinity and NaN.</summary>
    private static double ReduceAngle(double x, out int quadrant)
    {
        if (!(x < ShortReductionRange))
            return ReduceLargeAngle(x, out quadrant);
        var shifted = Fma(x, 2 / PortableMath.PID, RoundingMagic);
        quadrant = IntegerOf(shifted);
        var n = shifted - RoundingMagic;
        return Fma(n, -HalfPiLow, Fma(n, -HalfPiMiddle, Fma(n, -HalfPiHigh, x)));
    }

    /// <summary>
    /// Payne and Hanek: x = m 2^e with an integer m of 53 bits. Of 2/pi only the 192 bits that follow the first e - 2 count: those before
    /// contribute whole turns, those after less than the 137th bit behind the point.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double ReduceLargeAngle(double x, out int quadrant)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var mantissa = (ulong)(bits & ~ExponentMask) | (1ul << MantissaBits);
        var high = QuarterTurns(mantissa, (int)(bits >> MantissaBits) - ExponentBias - MantissaBits - 2, out var low);
        quadrant = (int)((high + (1ul << 61)) >> 62);
        var fraction = high - ((ulong)quadrant << 62);
        var angle = FractionToAngle(fraction, low);
        return x < double.PositiveInfinity ? angle : double.NaN;
    }

    /// <summary>
    /// The product of a mantissa and the 192 bits of 2/pi from bit <paramref name="first"/> on, mod 4: 62 bits behind the point and 64 more.
    /// It is added up word by word, the highest first.
    /// </summary>
    private static ulong QuarterTurns(ulong mantissa, int first, out ulong low)
    {
        var (word, shift) = ((first + WordBits) >> 5, first & 31);
        var (high, lowest, current) = (0ul, 0ul, WordOf(word));
        low = 0;
        for (var i = 1; i <= WordsOfProduct; i++)
        {
            var next = WordOf(word + i);
            var bits = (current << shift) | (next >> 1 >> (31 - shift));
            current = next;
            var right = (mantissa & uint.MaxValue) * bits;
            var left = ((mantissa >> WordBits) * bits) + (right >> WordBits);
            (high, low, lowest) = ((high << WordBits) | (low >> WordBits), (low << WordBits) | (lowest >> WordBits), lowest << WordBits);
            var addend = (left << WordBits) | (right & uint.MaxValue);
            lowest += addend;
            var carry = (left >> WordBits) + (lowest < addend ? 1ul : 0);
            low += carry;
            high += low < carry ? 1ul : 0;
        }

        return high;
    }

    /// <summary>A signed number with 62 bits behind the point, and 64 more, times pi/2. Its magnitude, so that the halves do not cancel.</summary>
    private static double FractionToAngle(ulong high, ulong low)
    {
        var isNegative = (long)high < 0;
        var magnitude = isNegative ? ~high + (low == 0 ? 1ul : 0) : high;
        var rest = isNegative ? 0 - low : low;
        var whole = (double)magnitude;
        var part = (double)((long)magnitude - (long)whole) + (rest * TwoToMinus64);
        var turns = whole + part;
        var turnsLow = whole - turns + part;
        var angle = Fma(turns, HalfPiHigh, Fma(turnsLow, HalfPiHigh, turns * HalfPiMiddle)) * TwoToMinus62;
        return isNegative ? -angle : angle;
    }

    /// <summary>A word of 2/pi, behind 32 bits of zeros for the bits before the point.</summary>
    private static uint WordOf(int index)
    {
        var place = index & 7;
        var a = Pick(place, 0, 0xA2F9836E, 0x4E441529, 0xFC2757D1, 0xF534DDC0, 0xDB629599, 0x3C439041, 0xFE5163AB);
        var b = Pick(place, 0xDEBBC561, 0xB7246E3A, 0x424DD2E0, 0x06492EEA, 0x09D1921C, 0xFE1DEB1C, 0xB129A73E, 0xE88235F5);
        var c = Pick(place, 0x2EBB4484, 0xE99C7026, 0xB45F7E41, 0x3991D639, 0x835339F4, 0x9C845F8B, 0xBDF9283B, 0x1FF897FF);
        var d = Pick(place, 0xDE05980F, 0xEF2F118B, 0x5A0A6D1F, 0x6D367ECF, 0x27CB09B7, 0x4F463F66, 0x9E5FEA2D, 0x7527BAC7);
        var e = Pick(place, 0xEBE5F17B, 0x3D0739F7, 0x8A5292EA, 0x6BFB5FB1, 0x1F8D5D08, 0x56033046, 0xFC7B6BAB, 0xF0CFBC20);
        var (low, middle) = (index < 8 ? a : b, index < 24 ? c : d);
        var high = index < 32 ? middle : e;
        return index < 16 ? low : high;
    }

    private static uint Pick(int place, uint a, uint b, uint c, uint d, uint e, uint f, uint g, uint h)
    {
        var isOdd = (place & 1) != 0;
        var (ab, cd, ef, gh) = (isOdd ? b : a, isOdd ? d : c, isOdd ? f : e, isOdd ? h : g);
        var (low, high) = ((place & 2) != 0 ? cd : ab, (place & 2) != 0 ? gh : ef);
        return (place & 4) != 0 ? high : low;
    }
}
