using System.Runtime.CompilerServices;

namespace ILGPU.Algorithms;

public static partial class XMath
{
    private const uint SignBit = 0x80000000;

    /// <summary>The hyperbolic tangent: tanh(x) = m / (m + 2) with m = e^2x - 1, which loses no digits near zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Tanh(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        var x = BitConverter.UInt32BitsToSingle(bits & ~SignBit);
        x = x > 9.1f ? 9.1f : x;
        var m = Expm1(x + x);
        var t = m / (m + 2f);
        return BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(t) | (bits & SignBit));
    }

    /// <summary>The hyperbolic sine.</summary>
    public static float Sinh(float value)
    {
        var x = MathF.Abs(value);
        if (x < 1f)
        {
            var m = Expm1(x);
            return MathF.CopySign(0.5f * (m + (m / (m + 1f))), value);
        }

        var half = ScaledExp(x, -1);
        return MathF.CopySign(half - (0.25f / half), value);
    }

    /// <summary>The hyperbolic cosine.</summary>
    public static float Cosh(float value)
    {
        var half = ScaledExp(MathF.Abs(value), -1);
        return half + (0.25f / half);
    }

    /// <summary>e^x - 1 for x from 0 to 60: 2^n (e^r - 1) + (2^n - 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Expm1(float x)
    {
        var shifted = MathF.FusedMultiplyAdd(x, Log2E, RoundingMagic);
        var scale = PowerOfTwo(BitConverter.SingleToInt32Bits(shifted) - RoundingMagicBits);
        return MathF.FusedMultiplyAdd(scale, Expm1OfReduced(Reduce(x, shifted - RoundingMagic)), scale - 1f);
    }
}
