namespace FlowLab.Plugins.RealNvp;

/// <summary>
/// Sizes of a real NVP flow and where its parts lie. Scratch rows, C being the larger part of z: what the network reads [C] and dL/d(that) [C],
/// its outputs s and t [2 C] and dL/d(those) [2 C], then the network's own.
/// </summary>
public readonly struct RealNvpShape(int dimension, int length, int evenParameters, int oddParameters, int contextLength, float scaleBound)
{
    /// <summary>Dimension D.</summary>
    public readonly int Dimension = dimension;

    /// <summary>Layers, K.</summary>
    public readonly int Length = length;

    /// <summary>alpha.</summary>
    public readonly float ScaleBound = scaleBound;

    private readonly int _evenParameters = evenParameters;
    private readonly int _oddParameters = oddParameters;
    private readonly int _contextLength = contextLength;

    /// <summary>Components in the first part, D / 2.</summary>
    public int Half => Dimension / 2;

    /// <summary>Pairs of layers, each with its own parts of z; the last may be of one layer.</summary>
    public int Pairs => (Length + 1) / 2;

    /// <summary>Components of the larger part, C.</summary>
    public int Larger => Dimension - Half;

    /// <summary>The first scratch row of the networks.</summary>
    public int NetworkRow => 6 * Larger;

    /// <summary>The first parameter of a layer.</summary>
    public int Offset(int layer) => layer / 2 * (_evenParameters + _oddParameters) + layer % 2 * _evenParameters;

    /// <summary>The first number of a layer's context.</summary>
    public int ContextOffset(int layer) => layer * _contextLength;

    /// <summary>Components that a layer moves.</summary>
    public int Moved(int layer) => layer % 2 == 0 ? Larger : Half;

    /// <summary>Where the moved components begin in the order of a pair.</summary>
    public int FirstMoved(int layer) => layer % 2 == 0 ? Half : 0;

    /// <summary>Where the kept components begin in the order of a pair.</summary>
    public int FirstKept(int layer) => layer % 2 == 0 ? 0 : Half;
}
