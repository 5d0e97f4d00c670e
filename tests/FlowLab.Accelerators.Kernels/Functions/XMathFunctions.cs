using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests.Kernels.Functions;

/// <summary>Functions of ILGPU.Algorithms: on the host they are those of the framework, in kernels those of <see cref="FloatFunctions"/>.</summary>
[KernelFamily]
[WithinUlps(5)]
internal static class XMathFunctions
{
    internal static void Exp(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Exp(x[i]);

    internal static void Log(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Log(x[i]);

    internal static void Log2(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Log2(x[i]);

    internal static void Log10(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Log10(x[i]);

    internal static void Sin(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Sin(x[i]);

    internal static void Cos(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Cos(x[i]);

    internal static void Tan(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Tan(x[i]);

    internal static void Asin(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Asin(x[i]);

    internal static void Acos(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Acos(x[i]);

    internal static void Atan(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Atan(x[i]);

    internal static void Sinh(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Sinh(x[i]);

    internal static void Cosh(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Cosh(x[i]);

    internal static void Tanh(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Tanh(x[i]);

    internal static void Exp2(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Exp2(x[i]);

    internal static void LogOfBase(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Log(x[i], y[i]);

    internal static void Pow(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Pow(x[i], y[i]);

    internal static void Atan2(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Atan2(x[i], y[i]);

    internal static void IeeeRemainder(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.IEEERemainder(x[i], y[i]);

    internal static void RoundToDigits(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Round(x[i], (int)y[i] & 3);

    internal static void RoundBy(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Round(x[i], 3, MidpointRounding.AwayFromZero);

    internal static void RoundByMode(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Round(x[i], (MidpointRounding)((int)y[i] & 3));

    internal static void RoundByFixedMode(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Round(x[i], MidpointRounding.ToPositiveInfinity);

    internal static void SinCos(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r)
    {
        XMath.SinCos(x[i], out var sin, out var cos);
        r[i] = sin;
        r[i + 1000] = cos;
    }

    internal static void RoundAwayFromZero(Index1D i, ArrayView<float> x, ArrayView<float> r) => r[i] = XMath.RoundAwayFromZero(x[i]);

    internal static void RoundToEven(Index1D i, ArrayView<float> x, ArrayView<float> r) => r[i] = XMath.RoundToEven(x[i]);

    internal static void RemainderByName(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Rem(x[i], y[i]);

    internal static void Roots(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Sqrt(x[i]) + XMath.Rsqrt(y[i]) + XMath.Rcp(x[i]);

    /// <summary>NaN propagates, as in Math.Min and Math.Max.</summary>
    internal static void Limits(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r)
    {
        r[i] = XMath.Min(x[i], y[i]);
        r[i + 1000] = XMath.Max(x[i], y[i]);
    }

    internal static void DivisionsRounded(Index1D i, ArrayView<int> n, ArrayView<int> r) => r[i] = XMath.DivRoundUp(n[i], 7) + (1000 * XMath.DivRoundDown(n[i], 5));
}
