namespace FlowLab.Accelerators.Maths;

/// <summary>
/// The mathematics of kernels. Functions of floats are within 4 units in the last place over the whole range, denormals, infinities and NaN
/// included. They are made of what every device does exactly: sums, products, quotients, fused products, square roots, comparisons and
/// integers, without tables and nearly without branches. Kernels on any device inline them, so that all devices get the same bits.
/// </summary>
internal static partial class PortableMath
{
    public const float E = 2.71828182f;
    public const double ED = Math.E;
    public const float Log2E = 1.44269504f;
    public const double Log2ED = 1.4426950408889634;
    public const float OneOverLog2E = 1f / Log2E;
    public const double OneOverLog2ED = 1.0 / Log2ED;
    public const float Log10E = 0.43429448f;
    public const double Log10ED = 0.4342944819032518;
    public const float Ln2 = 0.69314718f;
    public const double Ln2D = 0.6931471805599453;
    public const float OneOverLn2 = 1f / Ln2;
    public const double OneOverLn2D = 1.0 / Ln2D;
    public const float Ln10 = 2.30258509f;
    public const double Ln10D = 2.302585092994046;
    public const float OneOverLn10 = 1f / Ln10;
    public const double OneOverLn10D = 1.0 / Ln10D;
    public const float PI = 3.14159265f;
    public const double PID = Math.PI;
    public const float PIHalf = PI / 2f;
    public const double PIHalfD = PID / 2.0;
    public const float PIFourth = PI / 4f;
    public const double PIFourthD = PID / 4.0;
    public const float OneOverPI = 1f / PI;
    public const float TwoOverPI = 2f / PI;
    public const float Sqrt2 = 1.41421356f;
    public const float OneOverSqrt2 = 1f / Sqrt2;
    public const float OneThird = 1f / 3f;
}
