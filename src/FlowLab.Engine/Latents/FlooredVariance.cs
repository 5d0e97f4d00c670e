using FlowLab.Kernels;
using ILGPU.Algorithms;

namespace FlowLab.Engine.Latents;

/// <summary>
/// The variance exp(2 s) + floor^2 as its logarithm, so that no s overflows: ln(e^a + e^b) = max(a, b) + ln(1 + e^-|a - b|) with a = 2 s and
/// b = 2 ln floor. Usable in kernels.
/// </summary>
public readonly struct FlooredVariance
{
    /// <summary>ln(exp(2 s) + floor^2).</summary>
    public readonly float Log;

    /// <summary>exp(2 s) / (exp(2 s) + floor^2): half of what the logarithm changes with s.</summary>
    public readonly float Share;

    /// <param name="logDeviation">s.</param>
    /// <param name="logFloor">2 ln floor; a large negative number for no floor.</param>
    public FlooredVariance(float logDeviation, float logFloor)
    {
        float own = 2f * logDeviation;
        float e = XMath.Exp(-XMath.Abs(own - logFloor));
        Log = XMath.Max(own, logFloor) + KernelMath.Log1P(e);
        Share = (own < logFloor ? e : 1f) / (1f + e);
    }

    /// <summary>1 / variance.</summary>
    public float Precision => XMath.Exp(-Log);
}
