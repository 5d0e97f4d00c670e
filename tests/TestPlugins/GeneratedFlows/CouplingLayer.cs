using FlowLab.Layers;
using ILGPU.Algorithms;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>
/// An affine coupling: z_b becomes e^s z_b + t, where the log-scales s = 2 tanh(.) and the shifts t come from a network of z_a with eight hidden units. z_a is the
/// first half of z, rounded down.
/// </summary>
public static partial class CouplingLayer
{
    private const int Hidden = 8;
    private const float ScaleBound = 2f;

    [Differentiable]
    public static float Forward(
        FeatureVector z, [Length("8 * (dimension / 2)")] ParameterVector w, [Length("8")] ParameterVector b,
        [Length("8 * (dimension - dimension / 2)")] ParameterVector scale, [Length("8 * (dimension - dimension / 2)")] ParameterVector shift)
    {
        int half = z.Length / 2;
        Span<float> h = stackalloc float[Hidden];
        for (int k = 0; k < Hidden; k++)
        {
            float y = b[k];
            for (int d = 0; d < half; d++)
                y += w[k * half + d] * z[d];
            h[k] = XMath.Tanh(y);
        }
        float logDet = 0f;
        for (int d = 0; d < z.Length - half; d++)
        {
            float s = 0f;
            float t = 0f;
            for (int k = 0; k < Hidden; k++)
            {
                s += scale[Hidden * d + k] * h[k];
                t += shift[Hidden * d + k] * h[k];
            }
            s = ScaleBound * XMath.Tanh(s);
            z[half + d] = XMath.Exp(s) * z[half + d] + t;
            logDet += s;
        }
        return logDet;
    }

    [InverseOf(nameof(Forward))]
    public static float Inverse(
        FeatureVector z, [Length("8 * (dimension / 2)")] ParameterVector w, [Length("8")] ParameterVector b,
        [Length("8 * (dimension - dimension / 2)")] ParameterVector scale, [Length("8 * (dimension - dimension / 2)")] ParameterVector shift)
    {
        int half = z.Length / 2;
        Span<float> h = stackalloc float[Hidden];
        for (int k = 0; k < Hidden; k++)
        {
            float y = b[k];
            for (int d = 0; d < half; d++)
                y += w[k * half + d] * z[d];
            h[k] = XMath.Tanh(y);
        }
        float logDet = 0f;
        for (int d = 0; d < z.Length - half; d++)
        {
            float s = 0f;
            float t = 0f;
            for (int k = 0; k < Hidden; k++)
            {
                s += scale[Hidden * d + k] * h[k];
                t += shift[Hidden * d + k] * h[k];
            }
            s = ScaleBound * XMath.Tanh(s);
            z[half + d] = XMath.Exp(-s) * (z[half + d] - t);
            logDet += s;
        }
        return logDet;
    }
}
