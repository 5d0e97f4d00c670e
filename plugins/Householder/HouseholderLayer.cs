using FlowLab.Layers;

namespace FlowLab.Plugins.Householder;

/// <summary>One reflection of <see cref="HouseholderFlow"/>, from which the source generator writes the kernels of all passes.</summary>
public static partial class HouseholderLayer
{
    /// <summary>Smallest |v|^2 that makes a reflection: a v that is shorter than 1e-10 names no direction, and the layer is the identity.</summary>
    private const float SmallestNorm = 1e-20f;

    /// <summary>z - 2 v v'z / |v|^2; the log-det is 0.</summary>
    [Differentiable]
    public static float Forward(FeatureVector z, ParameterVector v)
    {
        float alignment = 0f;
        for (int d = 0; d < z.Length; d++)
            alignment += v[d] * z[d];
        float share = Factor(v) * alignment;
        for (int d = 0; d < z.Length; d++)
            z[d] -= share * v[d];
        return 0f;
    }

    /// <summary>A reflection undoes itself.</summary>
    [InverseOf(nameof(Forward))]
    public static float Inverse(FeatureVector z, ParameterVector v)
    {
        float alignment = 0f;
        for (int d = 0; d < z.Length; d++)
            alignment += v[d] * z[d];
        float share = Factor(v) * alignment;
        for (int d = 0; d < z.Length; d++)
            z[d] -= share * v[d];
        return 0f;
    }

    /// <summary>2 / |v|^2, or 0.</summary>
    [Differentiable]
    private static float Factor(ParameterVector v)
    {
        float norm = 0f;
        for (int d = 0; d < v.Length; d++)
            norm += v[d] * v[d];
        return norm < SmallestNorm ? 0f : 2f / norm;
    }
}
