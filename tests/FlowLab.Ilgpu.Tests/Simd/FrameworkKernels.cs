using ILGPU.Algorithms;

namespace ILGPU.Tests.Simd;

/// <summary>The same functions by two names; of varying values and of uniform ones.</summary>
internal static class FrameworkKernels
{
    internal static void OfFramework(Index1D i, TestData d)
    {
        d.OutF[i] = MathF.Exp(d.F[i]) + MathF.Tanh(d.G[i]) - MathF.Log(d.G[i]) + MathF.Sin(d.F[i]);
        d.F[i] = MathF.Exp(d.Scale) + MathF.Log2(d.Scale) - MathF.Cos(d.Scale);
    }

    internal static void OfAlgorithms(Index1D i, TestData d)
    {
        d.OutF[i] = XMath.Exp(d.F[i]) + XMath.Tanh(d.G[i]) - XMath.Log(d.G[i]) + XMath.Sin(d.F[i]);
        d.F[i] = XMath.Exp(d.Scale) + XMath.Log2(d.Scale) - XMath.Cos(d.Scale);
    }
}
