using FlowLab.Layers;
using ILGPU.Algorithms;

namespace MyFlow;

/// <summary>
/// One layer of <see cref="MyFlowLayers"/>, for one sample: a shear along v, which is perpendicular to w, and a scale per component. The source generator
/// differentiates it and writes the kernels of all passes.
/// </summary>
public static partial class MyFlowLayer
{
    /// <summary>Turns z into e^s (z + v tanh(w'z + b)) with v = w'w u - w'u w, and returns the log-det, the sum of s.</summary>
    [Differentiable]
    public static float Forward(FeatureVector z, ParameterVector w, ParameterVector u, ParameterVector s, float b)
    {
        float ww = 0f, wu = 0f, logDet = 0f, y = b;
        for (int d = 0; d < z.Length; d++)
        {
            ww += w[d] * w[d];
            wu += w[d] * u[d];
            logDet += s[d];
            y += w[d] * z[d];
        }
        float h = XMath.Tanh(y);
        for (int d = 0; d < z.Length; d++)
            z[d] = XMath.Exp(s[d]) * (z[d] + (ww * u[d] - wu * w[d]) * h);
        return logDet;
    }

    /// <summary>The way back: the shear does not change w'z, so tanh is known before z is.</summary>
    [InverseOf(nameof(Forward))]
    public static float Inverse(FeatureVector z, ParameterVector w, ParameterVector u, ParameterVector s, float b)
    {
        float ww = 0f, wu = 0f, logDet = 0f, y = b;
        for (int d = 0; d < z.Length; d++)
        {
            ww += w[d] * w[d];
            wu += w[d] * u[d];
            logDet += s[d];
            y += w[d] * XMath.Exp(-s[d]) * z[d];
        }
        float h = XMath.Tanh(y);
        for (int d = 0; d < z.Length; d++)
            z[d] = XMath.Exp(-s[d]) * z[d] - (ww * u[d] - wu * w[d]) * h;
        return logDet;
    }
}
