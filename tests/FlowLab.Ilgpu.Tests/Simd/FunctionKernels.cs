using ILGPU.Algorithms;

namespace ILGPU.Tests.Simd;

/// <summary>Functions of the algorithms and of the framework.</summary>
internal static class FunctionKernels
{
    internal static void Exp(Index1D i, TestData d) => d.OutF[i] = XMath.Exp(d.F[i]);

    internal static void Log(Index1D i, TestData d) => d.OutF[i] = XMath.Log(d.G[i]) + XMath.Log2(d.F[i]) + XMath.Log10(d.G[i]);

    internal static void Tanh(Index1D i, TestData d) => d.OutF[i] = XMath.Tanh(d.F[i]);

    internal static void SinCos(Index1D i, TestData d) => d.OutF[i] = XMath.Sin(d.F[i]) - XMath.Cos(d.G[i]);

    internal static void Hyperbolic(Index1D i, TestData d) => d.OutF[i] = XMath.Sinh(d.F[i]) - XMath.Cosh(d.G[i]);

    internal static void Inverse(Index1D i, TestData d) => d.OutF[i] = XMath.Asin(d.F[i]) - XMath.Acos(d.G[i]) + XMath.Atan(d.F[i]);

    internal static void Pow(Index1D i, TestData d) => d.OutF[i] = XMath.Pow(d.G[i], d.F[i]);

    internal static void Atan2(Index1D i, TestData d) => d.OutF[i] = XMath.Atan2(d.F[i], d.G[i]);

    internal static void Uniform(Index1D i, TestData d) => d.OutF[i] = XMath.Exp(d.Scale) + XMath.Tanh(d.Scale) - XMath.Log(d.Scale) + d.F[i];

    internal static void MinMax(Index1D i, TestData d) => d.OutF[i] = XMath.Max(d.F[i], 0.5f) - XMath.Min(d.F[i], d.G[i]);

    internal static void MinMaxOfFramework(Index1D i, TestData d) => d.OutF[i] = MathF.Max(d.F[i], d.G[i]) - MathF.Min(d.F[i], d.G[i]);

    internal static void MinMaxOfInts(Index1D i, TestData d) => d.OutN[i] = XMath.Max(d.N[i], 5) ^ XMath.Min(d.N[i], d.N[i + 1]);

    internal static void MinMaxOfUnsigned(Index1D i, TestData d) => d.OutN[i] = (int)(XMath.Max((uint)d.N[i], 5u) ^ XMath.Min((uint)d.N[i], (uint)d.N[i + 1]));

    internal static void Magnitude(Index1D i, TestData d) => d.OutF[i] = XMath.Abs(d.F[i]) + XMath.Sqrt(d.G[i]) + XMath.Rsqrt(d.G[i]) + XMath.Rcp(d.F[i]);

    internal static void Rounding(Index1D i, TestData d)
    {
        d.OutF[i] = XMath.Floor(d.F[i]) + (2 * XMath.Ceiling(d.G[i])) + (4 * XMath.Truncate(d.F[i])) + (8 * XMath.Round(d.G[i]));
        d.OutN[i] = (int)XMath.RoundAwayFromZero(d.F[i]);
    }

    internal static void Fused(Index1D i, TestData d) => d.OutF[i] = MathF.FusedMultiplyAdd(d.F[i], d.G[i], d.Scale);

    internal static void Sign(Index1D i, TestData d) => d.OutF[i] = MathF.CopySign(d.G[i], d.F[i]) * XMath.Sign(d.F[i]);

    internal static void Tests(Index1D i, TestData d) =>
        d.OutN[i] = (XMath.IsNaN(d.F[i]) ? 1 : 0) + (XMath.IsFinite(d.F[i]) ? 2 : 0) + (XMath.IsInfinity(d.G[i]) ? 4 : 0);

    internal static void Bits(Index1D i, TestData d) =>
        d.OutN[i] = XMath.PopCount(d.N[i]) + (XMath.LeadingZeroCount(d.N[i]) << 8) + (XMath.TrailingZeroCount((uint)d.N[i]) << 16);

    internal static void Guarded(Index1D i, TestData d)
    {
        if (d.G[i] > 0)
            d.OutF[i] = XMath.Log(d.G[i]);
    }
}
