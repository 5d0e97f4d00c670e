using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Glow;

/// <summary>
/// A triangular matrix I + T with ones on its diagonal, applied to rows in place, without or with transposition, or undone. Strict entries T(a, b), a &gt; b, are tanh of
/// the parameters over sqrt(D - 1), row by row: every row of T has a length below 1, so that undoing the matrix keeps float32's digits. X = tile, Y = seed.
/// </summary>
/// <param name="values">The parameters, starting at the first entry.</param>
/// <param name="dimension">Dimension D.</param>
public readonly struct GlowTriangle(ParameterView values, int dimension)
{
    private readonly ParameterView _values = values;
    private readonly int _dimension = dimension;
    private readonly float _scale = 1f / XMath.Sqrt(dimension - 1f);

    /// <summary>rows = (I + T) rows; from the last row up, so that every row is read before it changes.</summary>
    public void Apply(Index2D at, SampleTiles tiles, SampleView rows)
    {
        for (int a = _dimension - 1; a > 0; a--)
            for (int b = 0; b < a; b++)
                AddScaled(at, tiles, Entry(at, a, b), rows.Row(at.Y, b), rows.Row(at.Y, a));
    }

    /// <summary>rows = (I + T)^-1 rows, by substitution.</summary>
    public void Solve(Index2D at, SampleTiles tiles, SampleView rows)
    {
        for (int a = 1; a < _dimension; a++)
            for (int b = 0; b < a; b++)
                AddScaled(at, tiles, -Entry(at, a, b), rows.Row(at.Y, b), rows.Row(at.Y, a));
    }

    /// <summary>rows = (I + T)' rows.</summary>
    public void ApplyTransposed(Index2D at, SampleTiles tiles, SampleView rows)
    {
        for (int b = 0; b < _dimension; b++)
            for (int a = b + 1; a < _dimension; a++)
                AddScaled(at, tiles, Entry(at, a, b), rows.Row(at.Y, a), rows.Row(at.Y, b));
    }

    /// <summary>rows = (I + T)'^-1 rows.</summary>
    public void SolveTransposed(Index2D at, SampleTiles tiles, SampleView rows)
    {
        for (int b = _dimension - 1; b >= 0; b--)
            for (int a = b + 1; a < _dimension; a++)
                AddScaled(at, tiles, -Entry(at, a, b), rows.Row(at.Y, a), rows.Row(at.Y, b));
    }

    /// <summary>Gradients of the parameters: sign dT(a, b)/dparameter times the sum over the tile of outer_a inner_b.</summary>
    public void Gradients(Index2D at, SampleTiles tiles, SampleView outer, SampleView inner, float sign, ParameterView gradient)
    {
        for (int a = 1; a < _dimension; a++)
        {
            for (int b = 0; b < a; b++)
            {
                float share = Share(at, a, b), sum = GlowRows.Dot(at, tiles, outer.Row(at.Y, a), inner.Row(at.Y, b));
                gradient.At(at.Y, at.X, a * (a - 1) / 2 + b) = sign * _scale * (1f - share) * (1f + share) * sum;
            }
        }
    }

    /// <summary>As <see cref="Gradients"/>, of the transposed matrix: of outer_b inner_a.</summary>
    public void TransposedGradients(Index2D at, SampleTiles tiles, SampleView outer, SampleView inner, float sign, ParameterView gradient) =>
        Gradients(at, tiles, inner, outer, sign, gradient);

    private static void AddScaled(Index2D at, SampleTiles tiles, float weight, ArrayView<float> source, ArrayView<float> target)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int s = first; s < end; s += step)
            target[s] += weight * source[s];
    }

    private float Entry(Index2D at, int a, int b) => _scale * Share(at, a, b);

    /// <summary>An entry's share of its bound.</summary>
    private float Share(Index2D at, int a, int b) => XMath.Tanh(_values.At(at.Y, at.X, a * (a - 1) / 2 + b));
}
