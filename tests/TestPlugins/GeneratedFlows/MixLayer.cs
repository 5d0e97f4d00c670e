using FlowLab.Layers;
using ILGPU.Algorithms;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>
/// z + t u with t = 0.2 sum_k tanh(v_k) tanh(w_k'z + c_k) / (1 + sum_k |w_k'u|) over three units, whose determinant is above 0.8: a loop that is
/// written out, with loops over features in it, and a matrix of parameters.
/// </summary>
public static partial class MixLayer
{
    private const int Units = 3;
    private const float Size = 0.2f;
    private const int Steps = 100;

    [Differentiable]
    public static float Forward(
        FeatureVector z, [Length("3 * dimension")] ParameterVector w, [Length("3")] ParameterVector c, [Length("3")] ParameterVector v, ParameterVector u)
    {
        float t = 0f;
        float bend = 0f;
        float reach = 1f;
        for (int k = 0; k < Units; k++)
        {
            float gain = 0f;
            float y = c[k];
            for (int d = 0; d < z.Length; d++)
            {
                gain += w[k * z.Length + d] * u[d];
                y += w[k * z.Length + d] * z[d];
            }
            float weight = Size * XMath.Tanh(v[k]);
            float h = XMath.Tanh(y);
            t += weight * h;
            bend += weight * gain * (1f - h) * (1f + h);
            reach += XMath.Abs(gain);
        }
        t /= reach;
        for (int d = 0; d < z.Length; d++)
            z[d] += t * u[d];
        return XMath.Log(1f + bend / reach);
    }

    /// <summary>t is a fixed point: w_k'z = w_k'z' - t w_k'u.</summary>
    [InverseOf(nameof(Forward))]
    public static float Inverse(
        FeatureVector z, [Length("3 * dimension")] ParameterVector w, [Length("3")] ParameterVector c, [Length("3")] ParameterVector v, ParameterVector u)
    {
        Span<float> gains = stackalloc float[Units];
        Span<float> images = stackalloc float[Units];
        float reach = 1f;
        for (int k = 0; k < Units; k++)
        {
            float gain = 0f;
            float y = c[k];
            for (int d = 0; d < z.Length; d++)
            {
                gain += w[k * z.Length + d] * u[d];
                y += w[k * z.Length + d] * z[d];
            }
            gains[k] = gain;
            images[k] = y;
            reach += XMath.Abs(gain);
        }
        float t = FixedPoint(
            images[0], images[1], images[2], gains[0], gains[1], gains[2], Size * XMath.Tanh(v[0]) / reach, Size * XMath.Tanh(v[1]) / reach, Size * XMath.Tanh(v[2]) / reach);
        float determinant = 1f;
        for (int k = 0; k < Units; k++)
        {
            float h = XMath.Tanh(images[k] - t * gains[k]);
            determinant += Size * XMath.Tanh(v[k]) * gains[k] / reach * (1f - h) * (1f + h);
        }
        for (int d = 0; d < z.Length; d++)
            z[d] -= t * u[d];
        return XMath.Log(determinant);
    }

    private static float FixedPoint(float y0, float y1, float y2, float g0, float g1, float g2, float v0, float v1, float v2)
    {
        float t = 0f;
        for (int i = 0; i < Steps; i++)
            t = 0.5f * t + 0.5f * (v0 * XMath.Tanh(y0 - t * g0) + v1 * XMath.Tanh(y1 - t * g1) + v2 * XMath.Tanh(y2 - t * g2));
        return t;
    }
}
