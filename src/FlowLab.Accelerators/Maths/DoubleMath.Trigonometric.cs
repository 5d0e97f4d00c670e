namespace FlowLab.Accelerators.Maths;

internal static partial class DoubleMath
{
    /// <inheritdoc cref="PortableMath.Sin(float)"/>
    internal static double Sin(double value)
    {
        var r = ReduceAngle(Math.Abs(value), out var quadrant);
        return WithSignOf(value, OfQuadrant(r, quadrant));
    }

    /// <inheritdoc cref="PortableMath.Cos(float)"/>
    internal static double Cos(double value)
    {
        var r = ReduceAngle(Math.Abs(value), out var quadrant);
        return OfQuadrant(r, quadrant + 1);
    }

    /// <inheritdoc cref="PortableMath.Tan(float)"/>
    internal static double Tan(double value)
    {
        var r = ReduceAngle(Math.Abs(value), out var quadrant);
        var tan = TanOfReduced(r);
        var cotangent = -1 / tan;
        return WithSignOf(value, (quadrant & 1) == 1 ? cotangent : tan);
    }

    /// <summary>The sine of r, |r| at most pi/4, plus a number of quarter turns.</summary>
    private static double OfQuadrant(double r, int quadrant)
    {
        var magnitude = (quadrant & 1) == 1 ? CosOfReduced(r) : SinOfReduced(r);
        return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(magnitude) ^ ((long)(quadrant & 2) << 62));
    }

    private static double SinOfReduced(double r)
    {
        var z = r * r;
        var s = Fma(1.5895442770398628e-10, z, -2.505073447632304e-8);
        s = Fma(s, z, 2.755731353873275e-6);
        s = Fma(s, z, -1.9841269829358636e-4);
        s = Fma(s, z, 8.33333333332184e-3);
        s = Fma(s, z, -0.1666666666666663);
        return Fma(s * z, r, r);
    }

    private static double CosOfReduced(double r)
    {
        var z = r * r;
        var c = Fma(-1.1358742442324145e-11, z, 2.0875705262419565e-9);
        c = Fma(c, z, -2.755731421616527e-7);
        c = Fma(c, z, 2.480158728899977e-5);
        c = Fma(c, z, -1.388888888887334e-3);
        c = Fma(c, z, 4.1666666666666595e-2);
        return Fma(c * z, z, Fma(z, -0.5, 1));
    }

    private static double TanOfReduced(double r)
    {
        var z = r * r;
        var p = Fma(9.70275797941624e-6, z, -2.3840902040875868e-5);
        p = Fma(p, z, 4.776008632902772e-5);
        p = Fma(p, z, -2.458135379842607e-5);
        p = Fma(p, z, 6.63859233895909e-5);
        p = Fma(p, z, 8.402105401385609e-5);
        p = Fma(p, z, 2.435688101011698e-4);
        p = Fma(p, z, 5.889162937928158e-4);
        p = Fma(p, z, 1.4560350407402092e-3);
        p = Fma(p, z, 3.5921023867730574e-3);
        p = Fma(p, z, 8.863237774492954e-3);
        p = Fma(p, z, 2.18694884088034e-2);
        p = Fma(p, z, 5.3968253972536503e-2);
        p = Fma(p, z, 0.1333333333332608);
        p = Fma(p, z, 0.33333333333333376);
        return Fma(p * z, r, r);
    }
}
