namespace FlowLab.Accelerators.Tests.Kernels.Functions;

/// <summary>Framework methods of the functions of <see cref="FloatFunctions"/>, which kernels compute as XMath does.</summary>
[KernelFamily]
[WithinUlps(5)]
internal static class FrameworkFunctions
{
    internal static void Exp(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Exp(x[i]);

    internal static void Log(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Log(x[i]);

    internal static void Log2(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Log2(x[i]);

    internal static void Log10(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Log10(x[i]);

    internal static void Sin(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Sin(x[i]);

    internal static void Cos(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Cos(x[i]);

    internal static void Tan(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Tan(x[i]);

    internal static void Asin(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Asin(x[i]);

    internal static void Acos(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Acos(x[i]);

    internal static void Atan(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Atan(x[i]);

    internal static void Sinh(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Sinh(x[i]);

    internal static void Cosh(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Cosh(x[i]);

    internal static void Tanh(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Tanh(x[i]);

    internal static void Cbrt(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Cbrt(x[i]);

    internal static void Exp2(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = float.Exp2(x[i]);

    internal static void LogOfBase(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Log(x[i], y[i]);

    internal static void Pow(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = float.Pow(x[i], y[i]);

    internal static void Atan2(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Atan2(x[i], y[i]);

    internal static void IeeeRemainder(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.IEEERemainder(x[i], y[i]);

    internal static void RoundToDigits(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Round(x[i], (int)y[i] & 3);

    internal static void RoundBy(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Round(x[i], 3, MidpointRounding.AwayFromZero);

    internal static void RoundByMode(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = MathF.Round(x[i], (MidpointRounding)((int)y[i] & 3));

    internal static void RoundByFixedMode(Index1D i, ArrayView<float> x, ArrayView<float> y, ArrayView<float> r) => r[i] = float.Round(x[i], MidpointRounding.ToPositiveInfinity);
}
