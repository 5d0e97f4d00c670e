using FlowLab.Flows;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>Gradients of one kind beside their differences: per sample for z, summed over tiles for parameters and context.</summary>
/// <param name="trial">The case.</param>
/// <param name="result">What the backward pass gave.</param>
/// <param name="up">What it gave from points that were nudged.</param>
/// <param name="down">What it gave from points that were nudged the other way.</param>
/// <param name="kind">The kind.</param>
internal sealed class GradientTable(FlowTrial trial, PassResult result, PassResult up, PassResult down, CoordinateKind kind)
{
    private readonly List<float> _actual = [];
    private readonly List<double> _expected = [];
    private readonly List<double> _slack = [];
    private bool _isOfDirections;

    /// <summary>Only parameters of this block; null: all.</summary>
    public ParameterBlock? Block { get; init; }


    /// <summary>What the backward pass gave.</summary>
    public IReadOnlyList<float> Actual => _actual;

    /// <summary>What differences give.</summary>
    public IReadOnlyList<double> Expected => _expected;

    /// <summary>How far differences may be off.</summary>
    public IReadOnlyList<double> Uncertainties => _slack;

    /// <summary>The same gradients along directions instead of at single numbers.</summary>
    public GradientTable OfDirections() => new(trial, result, up, down, kind) { Block = Block, _isOfDirections = true };

    /// <summary>Whether a coordinate belongs to these gradients.</summary>
    public bool Covers(Coordinate coordinate) =>
        coordinate.Kind == kind && (Block is null || (coordinate.Index >= Block.Offset && coordinate.Index < Block.Offset + Block.Length));

    /// <summary>Collects the numbers.</summary>
    public void Fill(IReadOnlyList<Coordinate> coordinates, Derivative[,,] derivatives)
    {
        for (int c = 0; c < coordinates.Count; c++)
        {
            if (coordinates[c].IsDirection != _isOfDirections || !Covers(coordinates[c]))
                continue;
            for (int seed = 0; seed < trial.Inputs.Seeds; seed++)
                Fill(seed, c, coordinates[c], derivatives);
        }
    }

    private void Fill(int seed, int c, Coordinate coordinate, Derivative[,,] derivatives)
    {
        FlowInputs inputs = trial.Inputs;
        if (kind == CoordinateKind.State)
        {
            for (int sample = 0; sample < inputs.Batch; sample++)
                Add(pass => Along(pass.Gradient, coordinate, seed * inputs.Dimension, inputs.Batch, sample), derivatives[seed, c, sample].Value, derivatives[seed, c, sample].Uncertainty);
            return;
        }
        Func<PassResult, float[]> select = kind == CoordinateKind.Parameter ? pass => pass.ParameterGradient : pass => pass.ContextGradient;
        int count = kind == CoordinateKind.Parameter ? trial.Flow.ParameterCount : trial.Flow.ContextLength;
        for (int tile = 0; tile < inputs.Tiles.Tiles; tile++)
        {
            double sum = 0, uncertainty = 0;
            for (int s = inputs.Tiles.First(tile); s < inputs.Tiles.End(tile); s += inputs.Tiles.Step)
            {
                sum += derivatives[seed, c, s].Value;
                uncertainty += derivatives[seed, c, s].Uncertainty;
            }
            Add(pass => Along(select(pass), coordinate, seed * count, inputs.Tiles.Tiles, tile), sum, uncertainty);
        }
    }

    /// <summary>The derivative along a coordinate from gradients [rows, columns].</summary>
    private static float Along(float[] gradients, Coordinate coordinate, int firstRow, int columns, int column)
    {
        double sum = 0;
        for (int index = coordinate.Index; index < coordinate.Index + coordinate.Count; index++)
            sum += coordinate.Weight(index) * gradients[(firstRow + index) * columns + column];
        return (float)sum;
    }

    private void Add(Func<PassResult, float> along, double expected, double uncertainty)
    {
        float value = along(result);
        _actual.Add(value);
        _expected.Add(expected);
        _slack.Add(2 * uncertainty + Slack.Of(value, along(up), along(down)));
    }
}
