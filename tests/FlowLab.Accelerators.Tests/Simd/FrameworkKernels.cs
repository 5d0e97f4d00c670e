using FlowLab.Accelerators.Maths;

namespace FlowLab.Accelerators.Tests.Simd;

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
        d.OutF[i] = PortableMath.Exp(d.F[i]) + PortableMath.Tanh(d.G[i]) - PortableMath.Log(d.G[i]) + PortableMath.Sin(d.F[i]);
        d.F[i] = PortableMath.Exp(d.Scale) + PortableMath.Log2(d.Scale) - PortableMath.Cos(d.Scale);
    }
}
