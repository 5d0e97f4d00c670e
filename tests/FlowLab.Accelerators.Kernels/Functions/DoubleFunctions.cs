using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests.Kernels.Functions;

/// <summary>Functions of doubles, for devices that have doubles.</summary>
[KernelFamily]
[WithinUlps(4)]
internal static class DoubleFunctions
{
    internal static void Exp(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Exp(x[i]);

    internal static void Log(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Log(x[i]);

    internal static void Log2(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Log2(x[i]);

    internal static void Log10(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Log10(x[i]);

    internal static void Sin(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Sin(x[i]);

    internal static void Cos(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Cos(x[i]);

    internal static void Tan(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Tan(x[i]);

    internal static void Asin(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Asin(x[i]);

    internal static void Acos(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Acos(x[i]);

    internal static void Atan(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Atan(x[i]);

    internal static void Sinh(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Sinh(x[i]);

    internal static void Cosh(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Cosh(x[i]);

    internal static void Tanh(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Tanh(x[i]);

    internal static void Cbrt(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Cbrt(x[i]);

    internal static void Pow(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> r) => r[i] = Math.Pow(x[i], y[i]);

    internal static void Atan2(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> r) => r[i] = Math.Atan2(x[i], y[i]);

    internal static void IEEERemainder(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> r) => r[i] = Math.IEEERemainder(x[i], y[i]);

    internal static void Exp2(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = XMath.Exp2(x[i]);

    internal static void LogOfBase(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> r) => r[i] = XMath.Log(x[i], y[i]);

    internal static void RoundAwayFromZero(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = XMath.RoundAwayFromZero(x[i]);

    internal static void RoundToEven(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = XMath.RoundToEven(x[i]);

    internal static void RoundToDigits(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = Math.Round(x[i], 3, MidpointRounding.ToZero);

    internal static void Reciprocals(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = XMath.Rsqrt(x[i]) + XMath.Rcp(x[i]);

    internal static void Angles(Index1D i, ArrayView<double> x, ArrayView<double> r) => r[i] = XMath.DegToRad(x[i]) + XMath.RadToDeg(x[i]);

    internal static void SinCos(Index1D i, ArrayView<double> x, ArrayView<double> r)
    {
        XMath.SinCos(x[i], out var sin, out var cos);
        r[i] = sin;
        r[i + 1024] = cos;
    }
}
