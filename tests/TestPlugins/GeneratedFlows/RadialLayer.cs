using FlowLab.Kernels;
using FlowLab.Layers;
using ILGPU.Algorithms;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>f(z) = z0 + g (z - z0) with g = (r + p) / (alpha + r), r = |z - z0|: Rezende and Mohamed 2015, equation (14).</summary>
public static partial class RadialLayer
{
    private const float Least = 1e-6f;
    private const float SmallestSquare = 1e-30f;

    [Differentiable]
    public static float Forward(FeatureVector z, ParameterVector z0, float alpha, float beta)
    {
        float square = SmallestSquare;
        for (int d = 0; d < z.Length; d++)
            square += (z[d] - z0[d]) * (z[d] - z0[d]);
        var stretch = new Stretch(Least + KernelMath.Softplus(alpha), Least + KernelMath.Softplus(beta), XMath.Sqrt(square));
        for (int d = 0; d < z.Length; d++)
            z[d] = z0[d] + stretch.Across * (z[d] - z0[d]);
        return stretch.LogDet(z.Length);
    }

    /// <summary>r solves r^2 + (p - r') r - alpha r' = 0; of the two ways to write its root the one that does not subtract is taken.</summary>
    [InverseOf(nameof(Forward))]
    public static float Inverse(FeatureVector z, ParameterVector z0, float alpha, float beta)
    {
        float square = 0f;
        for (int d = 0; d < z.Length; d++)
            square += (z[d] - z0[d]) * (z[d] - z0[d]);
        float image = XMath.Sqrt(square);
        float width = Least + KernelMath.Softplus(alpha);
        float p = Least + KernelMath.Softplus(beta);
        float half = 0.5f * (image - p);
        float sum = XMath.Abs(half) + XMath.Sqrt(half * half + width * image);
        var stretch = new Stretch(width, p, half > 0f ? sum : width * image / sum);
        for (int d = 0; d < z.Length; d++)
            z[d] = z0[d] + (z[d] - z0[d]) / stretch.Across;
        return stretch.LogDet(z.Length);
    }

    /// <summary>One layer at a distance r from its reference point.</summary>
    [Differentiable]
    private readonly struct Stretch
    {
        /// <summary>g: across the radius.</summary>
        public readonly float Across;

        /// <summary>d(r g)/dr: along the radius.</summary>
        public readonly float Along;

        public Stretch(float alpha, float p, float radius)
        {
            float inverse = 1f / (alpha + radius);
            float share = alpha * inverse;
            Across = (radius + p) * inverse;
            Along = radius * inverse * (radius * inverse + 2f * share) + share * (p * inverse);
        }

        public float LogDet(int dimension) => (dimension - 1) * XMath.Log(Across) + XMath.Log(Along);
    }
}
