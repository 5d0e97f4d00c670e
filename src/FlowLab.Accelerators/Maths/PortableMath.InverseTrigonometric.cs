using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Maths;

internal static partial class PortableMath
{
    /// <summary>The inverse sine: above 1/2 from asin(x) = pi/2 - 2 asin(sqrt((1 - x) / 2)).</summary>
    public static float Asin(float value)
    {
        var x = MathF.Abs(value);
        var asin = AsinOfHalf(x);
        var far = HalfPiHigh + MathF.FusedMultiplyAdd(-2f, asin, HalfPiMiddle);
        return MathF.CopySign(x > 0.5f ? far : asin, value);
    }

    /// <summary>The inverse cosine.</summary>
    public static float Acos(float value)
    {
        var x = MathF.Abs(value);
        var asin = AsinOfHalf(x);
        var near = HalfPiHigh + (HalfPiMiddle - MathF.CopySign(asin, value));
        var below = (2f * HalfPiHigh) + MathF.FusedMultiplyAdd(-2f, asin, 2f * HalfPiMiddle);
        var above = 2f * asin;
        var far = value < 0f ? below : above;
        return x > 0.5f ? far : near;
    }

    /// <summary>The inverse tangent: beyond 1 from atan(x) = pi/2 - atan(1 / x).</summary>
    public static float Atan(float value)
    {
        var x = MathF.Abs(value);
        var isSteep = x > 1f;
        var inverse = 1f / x;
        var atan = AtanOfUnit(isSteep ? inverse : x);
        return MathF.CopySign(isSteep ? HalfPiHigh + (HalfPiMiddle - atan) : atan, value);
    }

    /// <summary>The angle of the point (x, y), from -pi to pi.</summary>
    public static float Atan2(float y, float x)
    {
        var (width, height) = (MathF.Abs(x), MathF.Abs(y));
        var isSteep = height > width;
        var (smaller, larger) = (isSteep ? width : height, isSteep ? height : width);

        // 0 / 0 counts as 0 and infinity / infinity as 1.
        var equal = larger == 0f ? 0f : 1f;
        var quotient = smaller / larger;
        var atan = AtanOfUnit(smaller == larger ? equal : quotient);
        var isLeft = BitConverter.SingleToInt32Bits(x) < 0;
        var quarters = isSteep ? 1f : isLeft ? 2f : 0f;
        var turned = MathF.FusedMultiplyAdd(quarters, HalfPiMiddle, isSteep != isLeft ? -atan : atan);
        return MathF.CopySign(MathF.FusedMultiplyAdd(quarters, HalfPiHigh, turned), y);
    }

    /// <summary>asin(x) for x up to 1/2, above of sqrt((1 - x) / 2); NaN above 1. A minimax polynomial in the square.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float AsinOfHalf(float x)
    {
        var z = x > 0.5f ? MathF.FusedMultiplyAdd(-0.5f, x, 0.5f) : x * x;
        var root = MathF.Sqrt(z);
        var r = x > 0.5f ? root : x;
        var p = MathF.FusedMultiplyAdd(4.215821996e-2f, z, 2.418478951e-2f);
        p = MathF.FusedMultiplyAdd(p, z, 4.546914995e-2f);
        p = MathF.FusedMultiplyAdd(p, z, 7.495309412e-2f);
        p = MathF.FusedMultiplyAdd(p, z, 1.666675210e-1f);
        return MathF.FusedMultiplyAdd(p * z, r, r);
    }

    /// <summary>atan(x) for x from 0 to 1, by a minimax polynomial in the square.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float AtanOfUnit(float x)
    {
        var z = x * x;
        var p = MathF.FusedMultiplyAdd(-1.782376901e-3f, z, 1.086729392e-2f);
        p = MathF.FusedMultiplyAdd(p, z, -3.109531105e-2f);
        p = MathF.FusedMultiplyAdd(p, z, 5.788042396e-2f);
        p = MathF.FusedMultiplyAdd(p, z, -8.399279416e-2f);
        p = MathF.FusedMultiplyAdd(p, z, 1.095087752e-1f);
        p = MathF.FusedMultiplyAdd(p, z, -1.426401585e-1f);
        p = MathF.FusedMultiplyAdd(p, z, 1.999852955e-1f);
        p = MathF.FusedMultiplyAdd(p, z, -3.333329856e-1f);
        return MathF.FusedMultiplyAdd(p * z, x, x);
    }
}
