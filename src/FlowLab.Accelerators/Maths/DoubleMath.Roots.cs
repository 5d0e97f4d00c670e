namespace FlowLab.Accelerators.Maths;

internal static partial class DoubleMath
{
    private const double CubeRootOfDenormalScale = 1.0 / 262144;

    // As in PortableMath.Cbrt, of the high word of a double.
    private const int CubeRootBits = 715094163;

    /// <inheritdoc cref="PortableMath.Cbrt(float)"/>
    internal static double Cbrt(double value)
    {
        var x = Math.Abs(value);
        var isDenormal = x < SmallestNormal;
        var a = isDenormal ? x * (4 * DenormalScale) : x;
        var high = (int)((int)(BitConverter.DoubleToInt64Bits(a) >> 32) * PortableMath.OneThird) + CubeRootBits;
        var root = HalleyStep(HalleyStep(BitConverter.Int64BitsToDouble((long)high << 32), a), a);
        var square = root * root;
        var squareLow = Fma(root, root, -square);
        var residual = Fma(square, root, -a) + (squareLow * root);
        root -= residual / (3 * square);
        root = isDenormal ? root * CubeRootOfDenormalScale : root;
        return x > 0 & x < double.PositiveInfinity ? Math.CopySign(root, value) : value;
    }

    private static double HalleyStep(double root, double a)
    {
        var ratio = root * root * (root / a);
        return root + (root * ((1 - ratio) / (ratio + ratio + 1)));
    }
}
