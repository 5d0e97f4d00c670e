using FlowLab.Layers;
using ILGPU.Algorithms;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>
/// An affine coupling: the second half of z is scaled by exp(tanh(scale z_d)) and moved by shift z_d, z_d from the first half. With an odd D
/// the last feature stays.
/// </summary>
public static partial class AffineLayer
{
    [Differentiable]
    public static float Forward(FeatureVector z, [Length("dimension / 2")] ParameterVector scale, [Length("dimension / 2")] ParameterVector shift)
    {
        int half = z.Length / 2;
        float logDet = 0f;
        for (int d = 0; d < half; d++)
        {
            float logScale = XMath.Tanh(scale[d] * z[d]);
            z[half + d] = z[half + d] * XMath.Exp(logScale) + shift[d] * z[d];
            logDet += logScale;
        }
        return logDet;
    }

    [InverseOf(nameof(Forward))]
    public static float Inverse(FeatureVector z, [Length("dimension / 2")] ParameterVector scale, [Length("dimension / 2")] ParameterVector shift)
    {
        int half = z.Length / 2;
        float logDet = 0f;
        for (int d = 0; d < half; d++)
        {
            float logScale = XMath.Tanh(scale[d] * z[d]);
            z[half + d] = (z[half + d] - shift[d] * z[d]) * XMath.Exp(-logScale);
            logDet += logScale;
        }
        return logDet;
    }
}
