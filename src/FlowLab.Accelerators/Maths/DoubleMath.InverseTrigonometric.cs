namespace FlowLab.Accelerators.Maths;

internal static partial class DoubleMath
{
    /// <inheritdoc cref="PortableMath.Asin(float)"/>
    internal static double Asin(double value)
    {
        var x = Math.Abs(value);
        var asin = AsinOfHalf(x);
        var far = HalfPiHigh + Fma(-2, asin, HalfPiMiddle);
        return Math.CopySign(x > 0.5 ? far : asin, value);
    }

    /// <inheritdoc cref="PortableMath.Acos(float)"/>
    internal static double Acos(double value)
    {
        var x = Math.Abs(value);
        var asin = AsinOfHalf(x);
        var near = HalfPiHigh + (HalfPiMiddle - Math.CopySign(asin, value));
        var below = (2 * HalfPiHigh) + Fma(-2, asin, 2 * HalfPiMiddle);
        var above = 2 * asin;
        var far = value < 0 ? below : above;
        return x > 0.5 ? far : near;
    }

    /// <inheritdoc cref="PortableMath.Atan(float)"/>
    internal static double Atan(double value)
    {
        var x = Math.Abs(value);
        var isSteep = x > 1;
        var inverse = 1 / x;
        var atan = AtanOfUnit(isSteep ? inverse : x);
        return Math.CopySign(isSteep ? HalfPiHigh + (HalfPiMiddle - atan) : atan, value);
    }

    /// <inheritdoc cref="PortableMath.Atan2(float, float)"/>
    internal static double Atan2(double y, double x)
    {
        var (width, height) = (Math.Abs(x), Math.Abs(y));
        var isSteep = height > width;
        var (smaller, larger) = (isSteep ? width : height, isSteep ? height : width);

        // 0 / 0 counts as 0 and infinity / infinity as 1.
        var equal = larger == 0 ? 0.0 : 1.0;
        var quotient = smaller / larger;
        var atan = AtanOfUnit(smaller == larger ? equal : quotient);
        var isLeft = BitConverter.DoubleToInt64Bits(x) < 0;
        var quarters = isSteep ? 1.0 : isLeft ? 2.0 : 0.0;
        var turned = Fma(quarters, HalfPiMiddle, isSteep != isLeft ? -atan : atan);
        return Math.CopySign(Fma(quarters, HalfPiHigh, turned), y);
    }

    /// <summary>asin(x) for x up to 1/2, above of sqrt((1 - x) / 2); NaN above 1. A minimax polynomial in the square.</summary>
    private static double AsinOfHalf(double x)
    {
        var z = x > 0.5 ? Fma(-0.5, x, 0.5) : x * x;
        var root = Math.Sqrt(z);
        var r = x > 0.5 ? root : x;
        var p = Fma(0.03262730317845286, z, -0.020996581342016204);
        p = Fma(p, z, 0.021705421249315873);
        p = Fma(p, z, 0.0037073612702720063);
        p = Fma(p, z, 0.010779966019291843);
        p = Fma(p, z, 0.011398970202395414);
        p = Fma(p, z, 0.013980812528323384);
        p = Fma(p, z, 0.017351612771909535);
        p = Fma(p, z, 0.022372214939500736);
        p = Fma(p, z, 0.030381942709759826);
        p = Fma(p, z, 0.044642857174562844);
        p = Fma(p, z, 0.07499999999970865);
        p = Fma(p, z, 0.1666666666666676);
        return Fma(p * z, r, r);
    }

    /// <summary>atan(x) for x from 0 to 1, by a minimax polynomial in the square.</summary>
    private static double AtanOfUnit(double x)
    {
        var z = x * x;
        var p = Fma(-8.656400231091705e-06, z, 0.00010390887175467311);
        p = Fma(p, z, -0.0005931356748081392);
        p = Fma(p, z, 0.0021524869860750466);
        p = Fma(p, z, -0.00561457360993272);
        p = Fma(p, z, 0.011321415301786783);
        p = Fma(p, z, -0.018618999552944073);
        p = Fma(p, z, 0.026156326723370784);
        p = Fma(p, z, -0.032788931394644956);
        p = Fma(p, z, 0.038212122186079125);
        p = Fma(p, z, -0.042864858392402054);
        p = Fma(p, z, 0.04744960443398957);
        p = Fma(p, z, -0.05259443470237857);
        p = Fma(p, z, 0.058817182616014534);
        p = Fma(p, z, -0.0666658407117629);
        p = Fma(p, z, 0.0769229975446526);
        p = Fma(p, z, -0.09090908551000047);
        p = Fma(p, z, 0.11111111086670664);
        p = Fma(p, z, -0.14285714285044976);
        p = Fma(p, z, 0.19999999999990617);
        p = Fma(p, z, -0.33333333333333287);
        return Fma(p * z, x, x);
    }
}
