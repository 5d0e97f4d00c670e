using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Hamiltonian;

/// <summary>The parameters of one layer for one component, read once per tile: its step s, and the force h(z) = share g - pull z + push.</summary>
public readonly struct HamiltonianForce
{
    /// <summary>The step s.</summary>
    public readonly float Step;

    /// <summary>The target's share.</summary>
    public readonly float Share;

    /// <summary>The pull towards 0.</summary>
    public readonly float Pull;

    /// <summary>The push.</summary>
    public readonly float Push;

    /// <param name="shape">Where parameters are.</param>
    /// <param name="layer">The layer's parameters.</param>
    /// <param name="at">Tile and seed.</param>
    /// <param name="d">The component.</param>
    public HamiltonianForce(HamiltonianShape shape, ParameterView layer, Index2D at, int d)
    {
        Step = shape.LargestStep * KernelMath.Sigmoid(layer.At(at.Y, at.X, d));
        Share = 1f;
        Pull = 0f;
        Push = 0f;
        if (shape.IsAnnealed)
        {
            Share = KernelMath.Sigmoid(layer.At(at.Y, at.X, shape.Share));
            Pull = layer.At(at.Y, at.X, shape.Pull + d);
            Push = layer.At(at.Y, at.X, shape.Push + d);
        }
    }

    /// <summary>h(z).</summary>
    public float Of(float z, float g) => Share * g - Pull * z + Push;

    /// <summary>ln of the factor on the momentum behind a layer, within -1 and 1.</summary>
    public static float LogCool(HamiltonianShape shape, ParameterView layer, Index2D at) =>
        shape.IsTempered ? XMath.Tanh(layer.At(at.Y, at.X, shape.Dimension)) : 0f;
}
