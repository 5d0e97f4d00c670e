using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Maths;

internal static partial class PortableMath
{
    // Up to here pi/2 in three floats reduces an angle to a fraction of its last place.
    internal const float ShortReductionRange = 65536f;

    // 1.5 * 2^23: adding it rounds to the nearest integer, whose low bits are those of the sum.
    internal const float QuadrantMagic = 12582912f;

    internal const float HalfPiHigh = 1.57079637f;
    internal const float HalfPiMiddle = -4.37113883e-8f;
    internal const float HalfPiLow = -1.71512489e-15f;

    private const float TwoToMinus62 = 2.16840434e-19f;

    /// <summary>An angle less the nearest multiple of pi/2, and that multiple mod 4; NaN for infinity and NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float ReduceAngle(float x, out int quadrant)
    {
        if (!(x < ShortReductionRange))
            return ReduceLargeAngle(x, out quadrant);
        var shifted = MathF.FusedMultiplyAdd(x, TwoOverPI, QuadrantMagic);
        quadrant = BitConverter.SingleToInt32Bits(shifted);
        var n = shifted - QuadrantMagic;
        var r = MathF.FusedMultiplyAdd(n, -HalfPiMiddle, MathF.FusedMultiplyAdd(n, -HalfPiHigh, x));
        return MathF.FusedMultiplyAdd(n, -HalfPiLow, r);
    }

    /// <summary>
    /// Payne and Hanek: x = m 2^e with an integer m of 24 bits. Of 2/pi only the 96 bits that follow the first e - 2 count: those before
    /// contribute whole turns, those after less than the 62nd bit behind the point.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float ReduceLargeAngle(float x, out int quadrant)
    {
        var bits = BitConverter.SingleToInt32Bits(x);
        var mantissa = (uint)((bits & 0x7FFFFF) | 0x800000);
        var turns = QuarterTurns(mantissa, (bits >> MantissaBits) - ExponentBias - MantissaBits - 2);
        var rounded = turns + (1UL << 61);
        quadrant = (int)(rounded >> 62);
        var angle = QuarterTurnsToAngle((long)(turns - (rounded & 0xC000000000000000)));
        return x < float.PositiveInfinity ? angle : float.NaN;
    }

    /// <summary>The product of a mantissa and the 96 bits of 2/pi from bit <paramref name="first"/> on, mod 4, with 62 bits behind the point.</summary>
    private static ulong QuarterTurns(uint mantissa, int first)
    {
        // 2/pi, behind 32 bits of zeros for the bits before the point.
        var (word, shift) = ((first + 32) >> 5, first & 31);
        var a = Pick(word, 0, 0xA2F9836E, 0x4E441529, 0xFC2757D1, 0xF534DDC0);
        var b = Pick(word, 0xA2F9836E, 0x4E441529, 0xFC2757D1, 0xF534DDC0, 0xDB629599);
        var c = Pick(word, 0x4E441529, 0xFC2757D1, 0xF534DDC0, 0xDB629599, 0x3C439041);
        var d = Pick(word, 0xFC2757D1, 0xF534DDC0, 0xDB629599, 0x3C439041, 0xFE5163AB);
        return ((ulong)(mantissa * Shifted(a, b, shift)) << 32)
            + ((ulong)mantissa * Shifted(b, c, shift))
            + (((ulong)mantissa * Shifted(c, d, shift)) >> 32);
    }

    private static uint Pick(int index, uint a, uint b, uint c, uint d, uint e)
    {
        var low = index < 1 ? a : b;
        var high = index < 4 ? d : e;
        var middle = index < 3 ? c : high;
        return index < 2 ? low : middle;
    }

    /// <summary>The high half of the 64 bits of two words, shifted left by up to 31.</summary>
    private static uint Shifted(uint high, uint low, int shift) => (high << shift) | (low >> 1 >> (31 - shift));

    /// <summary>A number times pi/2 / 2^62, both as sums of two floats.</summary>
    private static float QuarterTurnsToAngle(long fraction)
    {
        var high = (float)fraction;
        var low = (float)(fraction - (long)high);
        var rest = MathF.FusedMultiplyAdd(low, HalfPiHigh, high * HalfPiMiddle);
        return MathF.FusedMultiplyAdd(high, HalfPiHigh, rest) * TwoToMinus62;
    }
}
