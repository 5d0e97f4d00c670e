using FlowLab.Layers;
using ILGPU.Algorithms;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>
/// z + t h u, where h comes from a recurrence over the features, h = tanh(r_d h + w_d z_d), and t from a product: what loops carry that is no sum. Along u the
/// recurrence has the slope g, at most sum |w_d u_d|, and t stays below the inverse of that, so that h can be found by iteration.
/// </summary>
public static partial class RecurrenceLayer
{
    private const int Steps = 100;

    [Differentiable]
    public static float Forward(FeatureVector z, ParameterVector w, ParameterVector r, ParameterVector u, ParameterVector c)
    {
        float t = Size(z.Length, w, u, c);
        float h = 0f;
        float g = 0f;
        for (int d = 0; d < z.Length; d++)
        {
            float recall = XMath.Tanh(r[d]);
            float next = XMath.Tanh(recall * h + w[d] * z[d]);
            g = (1f - next) * (1f + next) * (recall * g + w[d] * u[d]);
            h = next;
        }
        for (int d = 0; d < z.Length; d++)
            z[d] += t * h * u[d];
        return XMath.Log(1f + t * g);
    }

    /// <summary>h is a fixed point: that of z' - t h u.</summary>
    [InverseOf(nameof(Forward))]
    public static float Inverse(FeatureVector z, ParameterVector w, ParameterVector r, ParameterVector u, ParameterVector c)
    {
        float t = Size(z.Length, w, u, c);
        float fixedPoint = 0f;
        float slope = 0f;
        for (int i = 0; i < Steps; i++)
        {
            float h = 0f;
            float g = 0f;
            for (int d = 0; d < z.Length; d++)
            {
                float recall = XMath.Tanh(r[d]);
                float next = XMath.Tanh(recall * h + w[d] * (z[d] - t * fixedPoint * u[d]));
                g = (1f - next) * (1f + next) * (recall * g + w[d] * u[d]);
                h = next;
            }
            fixedPoint = h;
            slope = g;
        }
        for (int d = 0; d < z.Length; d++)
            z[d] -= t * fixedPoint * u[d];
        return XMath.Log(1f + t * slope);
    }

    /// <summary>Half of what keeps the layer invertible, times a product that is between e^-1/2 and e^1/2.</summary>
    [Differentiable]
    private static float Size(int dimension, ParameterVector w, ParameterVector u, ParameterVector c)
    {
        float product = 0.5f;
        float reach = 1f;
        for (int d = 0; d < dimension; d++)
            product *= 1f + 0.5f * XMath.Tanh(c[d]) / dimension;
        for (int d = 0; d < dimension; d++)
            reach += XMath.Abs(w[d] * u[d]);
        return product / reach;
    }
}
