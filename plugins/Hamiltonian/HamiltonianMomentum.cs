using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Hamiltonian;

/// <summary>A Gaussian of one component of the momentum given z: N(scale z + shift + drift g, e^(2 logsd)), for a draw or in reverse.</summary>
public readonly struct HamiltonianMomentum
{
    /// <summary>Log-deviations stay within this, either way.</summary>
    public const float LogBound = 6f;

    /// <summary>The factor on z.</summary>
    public readonly float Scale;

    /// <summary>The shift.</summary>
    public readonly float Shift;

    /// <summary>The factor on g.</summary>
    public readonly float Drift;

    /// <summary>ln of the deviation, bounded.</summary>
    public readonly float LogDeviation;

    /// <param name="model">The model's parameters.</param>
    /// <param name="at">Tile and seed.</param>
    /// <param name="dimension">Dimension D.</param>
    /// <param name="d">The component.</param>
    public HamiltonianMomentum(ParameterView model, Index2D at, int dimension, int d)
    {
        Scale = model.At(at.Y, at.X, d);
        Shift = model.At(at.Y, at.X, dimension + d);
        Drift = model.At(at.Y, at.X, 2 * dimension + d);
        LogDeviation = LogBound * XMath.Tanh(model.At(at.Y, at.X, 3 * dimension + d) / LogBound);
    }

    /// <summary>d logsd / d raw.</summary>
    public float LogSlope => (1f - LogDeviation / LogBound) * (1f + LogDeviation / LogBound);

    /// <summary>The mean given z and g.</summary>
    public float Mean(float z, float g) => Scale * z + Shift + Drift * g;
}
