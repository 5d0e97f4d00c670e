using FlowLab.Accelerators.Maths;
using ILGPU.Algorithms;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Functions of the algorithms and of the framework.</summary>
internal static class FunctionKernels
{
    internal static void Exp(Index1D i, TestData d) => d.OutF[i] = PortableMath.Exp(d.F[i]);

    internal static void Log(Index1D i, TestData d) => d.OutF[i] = PortableMath.Log(d.G[i]) + PortableMath.Log2(d.F[i]) + PortableMath.Log10(d.G[i]);

    internal static void Tanh(Index1D i, TestData d) => d.OutF[i] = PortableMath.Tanh(d.F[i]);

    internal static void SinCos(Index1D i, TestData d) => d.OutF[i] = PortableMath.Sin(d.F[i]) - PortableMath.Cos(d.G[i]);

    internal static void Hyperbolic(Index1D i, TestData d) => d.OutF[i] = PortableMath.Sinh(d.F[i]) - PortableMath.Cosh(d.G[i]);

    internal static void Inverse(Index1D i, TestData d) => d.OutF[i] = PortableMath.Asin(d.F[i]) - PortableMath.Acos(d.G[i]) + PortableMath.Atan(d.F[i]);

    internal static void Tan(Index1D i, TestData d) => d.OutF[i] = PortableMath.Tan(d.F[i]);

    internal static void Remainders(Index1D i, TestData d) => d.OutF[i] = PortableMath.Rem(d.F[i], d.G[i]) + MathF.IEEERemainder(d.F[i + 1], d.G[i]);

    internal static void Pow(Index1D i, TestData d) => d.OutF[i] = PortableMath.Pow(d.G[i], d.F[i]);

    internal static void Atan2(Index1D i, TestData d) => d.OutF[i] = PortableMath.Atan2(d.F[i], d.G[i]);

    internal static void Uniform(Index1D i, TestData d) => d.OutF[i] = PortableMath.Exp(d.Scale) + PortableMath.Tanh(d.Scale) - PortableMath.Log(d.Scale) + d.F[i];

    internal static void MinMax(Index1D i, TestData d) => d.OutF[i] = XMath.Max(d.F[i], 0.5f) - XMath.Min(d.F[i], d.G[i]);

    internal static void MinMaxOfFramework(Index1D i, TestData d) => d.OutF[i] = MathF.Max(d.F[i], d.G[i]) - MathF.Min(d.F[i], d.G[i]);

    internal static void MinMaxOfInts(Index1D i, TestData d) => d.OutN[i] = XMath.Max(d.N[i], 5) ^ XMath.Min(d.N[i], d.N[i + 1]);

    internal static void MinMaxOfUnsigned(Index1D i, TestData d) => d.OutN[i] = (int)(XMath.Max((uint)d.N[i], 5u) ^ XMath.Min((uint)d.N[i], (uint)d.N[i + 1]));

    internal static void Magnitude(Index1D i, TestData d) => d.OutF[i] = XMath.Abs(d.F[i]) + PortableMath.Sqrt(d.G[i]) + PortableMath.Rsqrt(d.G[i]) + PortableMath.Rcp(d.F[i]);

    internal static void Rounding(Index1D i, TestData d)
    {
        d.OutF[i] = PortableMath.Floor(d.F[i]) + (2 * PortableMath.Ceiling(d.G[i])) + (4 * PortableMath.Truncate(d.F[i])) + (8 * PortableMath.Round(d.G[i]));
        d.OutN[i] = (int)PortableMath.RoundAwayFromZero(d.F[i]);
    }

    internal static void Fused(Index1D i, TestData d) => d.OutF[i] = MathF.FusedMultiplyAdd(d.F[i], d.G[i], d.Scale);

    internal static void Sign(Index1D i, TestData d) => d.OutF[i] = MathF.CopySign(d.G[i], d.F[i]) * PortableMath.Sign(d.F[i]);

    internal static void Tests(Index1D i, TestData d) =>
        d.OutN[i] = (PortableMath.IsNaN(d.F[i]) ? 1 : 0) + (PortableMath.IsFinite(d.F[i]) ? 2 : 0) + (PortableMath.IsInfinity(d.G[i]) ? 4 : 0);

    internal static void Bits(Index1D i, TestData d) =>
        d.OutN[i] = XMath.PopCount(d.N[i]) + (XMath.LeadingZeroCount(d.N[i]) << 8) + (XMath.TrailingZeroCount((uint)d.N[i]) << 16);

    internal static void Guarded(Index1D i, TestData d)
    {
        if (d.G[i] > 0)
            d.OutF[i] = PortableMath.Log(d.G[i]);
    }
}
