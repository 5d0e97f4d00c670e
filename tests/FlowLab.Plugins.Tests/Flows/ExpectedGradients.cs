using FlowLab.Flows;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Gradients by central differences, summed over tiles the way a backward pass returns them.</summary>
internal sealed class ExpectedGradients(FlowSetup setup, IFlow flow, int seeds)
{
    private readonly double[] _state = new double[seeds * setup.Dimension * FlowSetup.Batch];
    private readonly double[] _parameters = new double[seeds * flow.ParameterCount * setup.Tiles.Tiles];

    /// <summary>Adds the derivatives of the loss of one sample.</summary>
    public void Add(int seed, int sample, double[] z, double[] parameters, Func<double[], double[], double> loss)
    {
        for (int d = 0; d < z.Length; d++)
            _state[(seed * z.Length + d) * FlowSetup.Batch + sample] = ReferenceSample.Derivative(at => loss(at, parameters), z, d);
        for (int p = 0; p < parameters.Length; p++)
            _parameters[(seed * parameters.Length + p) * setup.Tiles.Tiles + TileOf(sample)] +=
                ReferenceSample.Derivative(with => loss(z, with), parameters, p);
    }

    public void AssertEqual(BackwardResult result, double tolerance)
    {
        AssertClose("state", result.Gradient, _state, tolerance);
        foreach (ParameterBlock block in flow.Blocks)
        {
            for (int seed = 0; seed < seeds; seed++)
            {
                int from = (seed * flow.ParameterCount + block.Offset) * setup.Tiles.Tiles;
                int to = from + block.Length * setup.Tiles.Tiles;
                AssertClose($"seed {seed}, {block}", result.ParameterGradient[from..to], _parameters[from..to], tolerance);
            }
        }
    }

    private static void AssertClose(string what, float[] actual, double[] expected, double tolerance)
    {
        double scale = 1 + expected.Max(Math.Abs);
        Assert.That(actual.Select(x => (double)x).ToArray(), Is.EqualTo(expected).Within(tolerance * scale), what);
    }

    private int TileOf(int sample)
    {
        for (int tile = 0; tile < setup.Tiles.Tiles; tile++)
        {
            for (int s = setup.Tiles.First(tile); s < setup.Tiles.End(tile); s += setup.Tiles.Step)
            {
                if (s == sample)
                    return tile;
            }
        }
        throw new InvalidOperationException($"Sample {sample} belongs to no tile.");
    }
}
