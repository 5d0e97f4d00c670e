using FlowLab.Kernels;
using FlowLab.Layers;
using ILGPU.Algorithms;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>
/// Bends every feature by itself: z + sum_j c_j tanh(a_j z + b_j) with c_j a_j > 0 in two terms, and a steeper slope on one side. It has what
/// the other layers have not: a small array, loops that are written out, branches on z, and a change that only a copy of z can undo.
/// </summary>
public static partial class BendLayer
{
    private const int Terms = 2;
    private const int Steps = 60;

    [Differentiable]
    public static float Forward(FeatureVector z, ParameterVector steepness, ParameterVector place, float side)
    {
        float logDet = 0f;
        float factor = XMath.Exp(side);
        for (int d = 0; d < z.Length; d++)
        {
            Bent bent = Bend(z[d], steepness[d], place[d], factor);
            z[d] = bent.Value;
            logDet += XMath.Log(bent.Slope);
        }
        return logDet;
    }

    /// <summary>Bisection: the layer is monotone and moves no feature further than it reaches.</summary>
    [InverseOf(nameof(Forward))]
    public static float Inverse(FeatureVector z, ParameterVector steepness, ParameterVector place, float side)
    {
        float logDet = 0f;
        float factor = XMath.Exp(side);
        for (int d = 0; d < z.Length; d++)
        {
            float root = Root(z[d], steepness[d], place[d], factor);
            z[d] = root;
            logDet += XMath.Log(Bend(root, steepness[d], place[d], factor).Slope);
        }
        return logDet;
    }

    [Differentiable]
    private static Bent Bend(float z, float steepness, float place, float factor)
    {
        Span<float> weights = stackalloc float[Terms];
        weights[0] = KernelMath.Softplus(steepness);
        for (int j = 1; j < Terms; j++)
            weights[j] = 0.5f * weights[j - 1];
        float x = z > 0f ? factor * z : z;
        float value = x;
        float slope = 1f;
        for (int j = 0; j < Terms; j++)
        {
            float h = XMath.Tanh(x + place + j);
            value += weights[j] * h;
            slope += weights[j] * ((1f - h) * (1f + h));
        }
        if (z > 0f)
            return new Bent(value, slope * factor);
        return new Bent(value, slope);
    }

    private static float Root(float image, float steepness, float place, float factor)
    {
        float reach = 1f + 2f * KernelMath.Softplus(steepness) + XMath.Abs(image);
        float low = -reach, high = reach / XMath.Min(factor, 1f);
        for (int i = 0; i < Steps; i++)
        {
            float middle = 0.5f * (low + high);
            if (Image(middle, steepness, place, factor) < image)
                low = middle;
            else
                high = middle;
        }
        return 0.5f * (low + high);
    }

    /// <summary>The value of <see cref="Bend"/> without its array, which kernels do not have.</summary>
    private static float Image(float z, float steepness, float place, float factor)
    {
        float x = z > 0f ? factor * z : z;
        float weight = KernelMath.Softplus(steepness);
        return x + weight * (XMath.Tanh(x + place) + 0.5f * XMath.Tanh(x + place + 1f));
    }

    [Differentiable]
    private readonly struct Bent(float value, float slope)
    {
        public float Value { get; } = value;

        public float Slope { get; } = slope;
    }
}
