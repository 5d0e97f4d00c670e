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

    /// <summary>Only parameters of this block; null: all.</summary>
    public ParameterBlock? Block { get; init; }

    /// <summary>What the backward pass gave.</summary>
    public IReadOnlyList<float> Actual => _actual;

    /// <summary>What differences give.</summary>
    public IReadOnlyList<double> Expected => _expected;

    /// <summary>How far differences may be off.</summary>
    public IReadOnlyList<double> Uncertainties => _slack;

    /// <summary>Collects the numbers.</summary>
    public void Fill(IReadOnlyList<Coordinate> coordinates, Derivative[,,] derivatives)
    {
        for (int c = 0; c < coordinates.Count; c++)
        {
            if (coordinates[c].Kind != kind || !IsInBlock(coordinates[c].Index))
                continue;
            for (int seed = 0; seed < trial.Inputs.Seeds; seed++)
                Fill(seed, c, coordinates[c].Index, derivatives);
        }
    }

    private bool IsInBlock(int index) => Block is null || (index >= Block.Offset && index < Block.Offset + Block.Length);

    private void Fill(int seed, int coordinate, int index, Derivative[,,] derivatives)
    {
        FlowInputs inputs = trial.Inputs;
        if (kind == CoordinateKind.State)
        {
            for (int sample = 0; sample < inputs.Batch; sample++)
                Add(result.Gradient, up.Gradient, down.Gradient, (seed * inputs.Dimension + index) * inputs.Batch + sample, derivatives[seed, coordinate, sample].Value, derivatives[seed, coordinate, sample].Uncertainty);
            return;
        }
        Func<PassResult, float[]> select = kind == CoordinateKind.Parameter ? pass => pass.ParameterGradient : pass => pass.ContextGradient;
        int count = kind == CoordinateKind.Parameter ? trial.Flow.ParameterCount : trial.Flow.ContextLength;
        for (int tile = 0; tile < inputs.Tiles.Tiles; tile++)
        {
            double sum = 0, uncertainty = 0;
            for (int s = inputs.Tiles.First(tile); s < inputs.Tiles.End(tile); s += inputs.Tiles.Step)
            {
                sum += derivatives[seed, coordinate, s].Value;
                uncertainty += derivatives[seed, coordinate, s].Uncertainty;
            }
            Add(select(result), select(up), select(down), (seed * count + index) * inputs.Tiles.Tiles + tile, sum, uncertainty);
        }
    }

    private void Add(float[] values, float[] up, float[] down, int place, double expected, double uncertainty)
    {
        _actual.Add(values[place]);
        _expected.Add(expected);
        _slack.Add(2 * uncertainty + Slack.Of(values[place], up[place], down[place]));
    }
}
