using ILGPU.Algorithms;

namespace ILGPU.Tests.Kernels.Functions;

/// <summary>Every function of floats of XMath that has a body, and those made of them.</summary>
[KernelFamily]
internal static class FloatFunctions
{
    internal static void Exp(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Exp(x[i]);

    internal static void Exp2(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Exp2(x[i]);

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

    internal static void Cbrt(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Cbrt(x[i]);

    internal static void RoundAwayFromZero(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.RoundAwayFromZero(x[i]);

    internal static void LogOfBase(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Log(x[i], y[i]);

    internal static void Pow(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Pow(x[i], y[i]);

    internal static void Atan2(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Atan2(x[i], y[i]);

    internal static void Remainder(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = x[i] % y[i];

    internal static void RemainderByName(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Rem(x[i], y[i]);

    internal static void IeeeRemainder(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.IEEERemainder(x[i], y[i]);

    internal static void RoundToDigits(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Round(x[i], (int)y[i] & 3);

    internal static void RoundBy(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Round(x[i], 3, MidpointRounding.AwayFromZero);

    internal static void RoundByMode(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Round(x[i], (MidpointRounding)((int)y[i] & 3));

    internal static void RoundByFixedMode(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Round(x[i], MidpointRounding.ToPositiveInfinity);

    internal static void Roots(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = XMath.Rsqrt(x[i]) + XMath.Rcp(y[i]);

    internal static void Constant(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = x[i] * XMath.Exp(1.5f) * XMath.Pow(3f, 1.5f) * XMath.Sin(1e9f);

    internal static void SinCos(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r)
    {
        XMath.SinCos(x[i], out var sin, out var cos);
        r[i] = sin + (2 * cos);
    }
}
