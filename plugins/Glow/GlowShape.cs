using FlowLab.Layers;

namespace FlowLab.Plugins.Glow;

/// <summary>Where the parameters of a layer that are not its network's lie: two numbers per component for actnorm, the strict triangles row by row, the diagonal.</summary>
public readonly struct GlowShape(int dimension, float bound)
{
    /// <summary>Dimension D.</summary>
    public readonly int Dimension = dimension;

    /// <summary>alpha: the bound of the log-scales of actnorm and of the diagonal.</summary>
    public readonly float Bound = bound;

    /// <summary>Entries of a strict triangle.</summary>
    public int Triangle => Dimension * (Dimension - 1) / 2;

    /// <summary>The first log-scale of actnorm.</summary>
    public static int LogScale => 0;

    /// <summary>The first shift of actnorm.</summary>
    public int Shift => Dimension;

    /// <summary>The first entry of N.</summary>
    public int Upper => 2 * Dimension;

    /// <summary>The first log-scale of the diagonal.</summary>
    public int Diagonal => Upper + Triangle;

    /// <summary>The first entry of L.</summary>
    public int Lower => Diagonal + Dimension;

    /// <summary>The parameters by name.</summary>
    public IReadOnlyList<LayerBlock> Blocks =>
    [
        new("actnorm.logScale", Dimension), new("actnorm.shift", Dimension), new("linear.upper", Triangle), new("linear.diagonal", Dimension),
        new("linear.lower", Triangle),
    ];
}
