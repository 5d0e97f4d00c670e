using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Plugins.Sylvester;

/// <summary>
/// Sizes of a Sylvester flow and where its parts lie. Parameters of a layer: v [T, D], the upper triangles r and rTilde [M (M + 1) / 2] row by row,
/// b [M]. Scratch rows: two for reflections, then M of slopes and M of hidden units.
/// </summary>
public readonly struct SylvesterShape(int dimension, int columns, int reflections, bool isReversing, int length)
{
    /// <summary>Dimension D.</summary>
    public readonly int Dimension = dimension;

    /// <summary>Columns M of Q.</summary>
    public readonly int Columns = columns;

    /// <summary>Householder reflections per layer, T.</summary>
    public readonly int Reflections = reflections;

    /// <summary>Layers, K.</summary>
    public readonly int Length = length;

    /// <summary>1 if odd layers count components from the last one, else 0.</summary>
    private readonly int _reversing = isReversing ? 1 : 0;

    /// <summary>Numbers of a triangle.</summary>
    public int Triangle => Columns * (Columns + 1) / 2;

    /// <summary>Parameters of a layer.</summary>
    public int Stride => UpperRight + 2 * Triangle + Columns;

    /// <summary>The first parameter of r.</summary>
    public int UpperRight => Reflections * Dimension;

    /// <summary>The first parameter of rTilde.</summary>
    public int UpperLeft => UpperRight + Triangle;

    /// <summary>The first parameter of b.</summary>
    public int Bias => UpperLeft + Triangle;

    /// <summary>The first scratch row of slopes dL/da.</summary>
    public const int SlopeRow = 2;

    /// <summary>The first scratch row of hidden units, where there is no tape.</summary>
    public int HiddenRow => SlopeRow + Columns;

    /// <summary>Scratch rows of all passes.</summary>
    public int ScratchLength => HiddenRow + Columns;

    /// <summary>Where entry (<paramref name="row"/>, <paramref name="column"/>), row &lt;= column, of a triangle lies in it.</summary>
    public int Entry(int row, int column) => row * Columns - row * (row - 1) / 2 + column - row;

    /// <summary>The row of component <paramref name="index"/> in the order of a layer.</summary>
    public ArrayView<float> Component(Index2D at, int layer, SampleView rows, int index) =>
        rows.Row(at.Y, _reversing * (layer % 2) == 0 ? index : Dimension - 1 - index);
}
