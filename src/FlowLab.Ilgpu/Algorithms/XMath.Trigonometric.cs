using System.Runtime.CompilerServices;

namespace ILGPU.Algorithms;

public static partial class XMath
{
    // Up to here pi/2 in three floats reduces an angle to a fraction of its last place.
    internal const float ShortReductionRange = 65536f;

    // 1.5 * 2^23: adding it rounds to the nearest integer, whose low bits are those of the sum.
    internal const float QuadrantMagic = 12582912f;

    internal const float HalfPiHigh = 1.57079637f;
    internal const float HalfPiMiddle = -4.37113883e-8f;
    internal const float HalfPiLow = -1.71512489e-15f;

    // The bits of 2 / pi after the binary point.
    private static readonly ulong[] TwoOverPiBits = [0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561];

    /// <summary>The sine: of x - n pi/2 between -pi/4 and pi/4, or the cosine, by n mod 4.</summary>
    public static float Sin(float value)
    {
        var r = ReduceAngle(MathF.Abs(value), out var quadrant);
        var sign = BitConverter.SingleToInt32Bits(value) & int.MinValue;
        return BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(SinOfQuadrant(r, quadrant)) ^ sign);
    }

    /// <summary>The cosine.</summary>
    public static float Cos(float value)
    {
        var r = ReduceAngle(MathF.Abs(value), out var quadrant);
        return SinOfQuadrant(r, quadrant + 1);
    }

    public static void SinCos(float value, out float sin, out float cos)
    {
        sin = Sin(value);
        cos = Cos(value);
    }

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
        quadrant = 0;
        if (!float.IsFinite(x))
            return float.NaN;
        var bits = BitConverter.SingleToInt32Bits(x);
        var mantissa = (uint)((bits & 0x7FFFFF) | 0x800000);
        var exponent = (bits >> MantissaBits) - ExponentBias - MantissaBits;
        var product = mantissa * BitsOfTwoOverPi(Math.Max(exponent - 2, 0));
        if (exponent < 2)
            product >>= 2 - exponent;
        var turns = (ulong)(product >> 32);
        var rounded = turns + (1UL << 61);
        quadrant = (int)(rounded >> 62);
        var fraction = (long)(turns - (rounded & 0xC000000000000000));
        return (float)(fraction * (PIHalfD / (1UL << 62)));
    }

    /// <summary>The 96 bits of 2 / pi from bit <paramref name="first"/> on.</summary>
    private static UInt128 BitsOfTwoOverPi(int first)
    {
        var (word, shift) = (first / 64, first % 64);
        var pair = new UInt128(TwoOverPiBits[word], TwoOverPiBits[word + 1]) << shift;
        if (shift > 0)
            pair |= TwoOverPiBits[word + 2] >> (64 - shift);
        return pair >> 32;
    }

    /// <summary>The sine of r plus a number of quarter turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float SinOfQuadrant(float r, int quadrant)
    {
        var z = r * r;
        var s = MathF.FusedMultiplyAdd(MathF.FusedMultiplyAdd(-1.9515295891e-4f, z, 8.3321608736e-3f), z, -1.6666654611e-1f);
        var sin = MathF.FusedMultiplyAdd(s * z, r, r);
        var c = MathF.FusedMultiplyAdd(MathF.FusedMultiplyAdd(2.443315711809948e-5f, z, -1.388731625493765e-3f), z, 4.166664568298827e-2f);
        var cos = MathF.FusedMultiplyAdd(c * z, z, MathF.FusedMultiplyAdd(z, -0.5f, 1f));
        var magnitude = (quadrant & 1) == 1 ? cos : sin;
        return BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(magnitude) ^ ((quadrant & 2) << 30));
    }
}
