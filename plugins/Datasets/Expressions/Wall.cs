using ILGPU.Algorithms;

namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>A smooth wall around [-Start, Start]^D: 1/2 Stiffness (|z_i| - Start)_+^2 is added to the energy for every coordinate.</summary>
/// <param name="start">Half the side of the cube that it surrounds.</param>
/// <param name="stiffness">1 / width^2, 0 without wall.</param>
public readonly struct Wall(float start, float stiffness)
{
    /// <summary>Half the side of the cube.</summary>
    public readonly float Start = start;

    /// <summary>1 / width^2.</summary>
    public readonly float Stiffness = stiffness;

    /// <summary>How far z lies outside, with its sign.</summary>
    public float Excess(float z) => z - XMath.Max(-Start, XMath.Min(z, Start));
}
