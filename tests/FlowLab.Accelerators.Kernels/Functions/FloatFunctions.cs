using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Tests.Kernels.Functions;

/// <summary>Every function of floats that has a body, and those made of them: the same bits everywhere.</summary>
[KernelFamily]
internal static class FloatFunctions
{
    internal static void Exp(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Exp(x[i]);

    internal static void Exp2(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Exp2(x[i]);

    internal static void Log(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Log(x[i]);

    internal static void Log2(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Log2(x[i]);

    internal static void Log10(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Log10(x[i]);

    internal static void Sin(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Sin(x[i]);

    internal static void Cos(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Cos(x[i]);

    internal static void Tan(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Tan(x[i]);

    internal static void Asin(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Asin(x[i]);

    internal static void Acos(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Acos(x[i]);

    internal static void Atan(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Atan(x[i]);

    internal static void Sinh(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Sinh(x[i]);

    internal static void Cosh(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Cosh(x[i]);

    internal static void Tanh(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Tanh(x[i]);

    internal static void Cbrt(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Cbrt(x[i]);

    internal static void RoundAwayFromZero(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.RoundAwayFromZero(x[i]);

    internal static void LogOfBase(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Log(x[i], y[i]);

    internal static void Pow(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Pow(x[i], y[i]);

    internal static void Atan2(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Atan2(x[i], y[i]);

    internal static void Remainder(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = x[i] % y[i];

    internal static void RemainderByName(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Rem(x[i], y[i]);

    internal static void IeeeRemainder(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.IEEERemainder(x[i], y[i]);

    internal static void RoundToDigits(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Round(x[i], (int)y[i] & 3);

    internal static void RoundBy(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Round(x[i], 3, MidpointRounding.AwayFromZero);

    internal static void RoundByMode(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Round(x[i], (MidpointRounding)((int)y[i] & 3));

    internal static void RoundByFixedMode(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Round(x[i], MidpointRounding.ToPositiveInfinity);

    internal static void Roots(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = PortableMath.Rsqrt(x[i]) + PortableMath.Rcp(y[i]);

    internal static void Constant(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = x[i] * PortableMath.Exp(1.5f) * PortableMath.Pow(3f, 1.5f) * PortableMath.Sin(1e9f);

    internal static void SinCos(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r)
    {
        PortableMath.SinCos(x[i], out var sin, out var cos);
        r[i] = sin + (2 * cos);
    }
}
