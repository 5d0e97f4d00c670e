using FlowLab.Energies;
using FlowLab.Random;

namespace FlowLab.Engine.Evaluation;

/// <summary>
/// Draws from a density on a grid, even within each cell: exact up to what a density bends within a cell. Every seed draws its own points.
/// </summary>
internal sealed class GridSampler
{
    // Behind the draws of metrics, pictures and probes.
    private const long FirstStream = 1L << 43;
    private const int NoisePairs = 8;

    private readonly EnergyGrid _grid;
    private readonly double[] _cumulative;

    /// <param name="grid">The grid.</param>
    /// <param name="logDensity">ln p up to a constant, [cells].</param>
    public GridSampler(EnergyGrid grid, float[] logDensity)
    {
        _grid = grid;
        _cumulative = new double[logDensity.Length];
        double largest = logDensity.Max(), sum = 0;
        for (int cell = 0; cell < logDensity.Length; cell++)
            _cumulative[cell] = sum += Math.Exp(logDensity[cell] - largest);
    }

    /// <summary>Points [count, 2] of a seed.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">Which of several samples of the seed.</param>
    public float[] Draw(int count, int seed, int stream = 0)
    {
        var random = new RandomStream(seed, RandomPurpose.EvaluationNoise, FirstStream + stream);
        float[] points = new float[2 * count];
        for (int i = 0; i < count; i++)
        {
            int cell = Find(random.NextUniform() * _cumulative[^1]);
            points[2 * i] = Place(cell % _grid.Resolution, random);
            points[2 * i + 1] = Place(cell / _grid.Resolution, random);
        }
        return points;
    }

    /// <summary>Root mean square of the energy distance between two samples of so many draws each.</summary>
    public double NoiseOfDistance(int count)
    {
        double squares = 0;
        for (int pair = 0; pair < NoisePairs; pair++)
        {
            double distance = EnergyDistance.Between(Draw(count, 0, 1 + 2 * pair), Draw(count, 0, 2 + 2 * pair));
            squares += distance * distance;
        }
        return Math.Sqrt(squares / NoisePairs);
    }

    private float Place(int index, RandomStream random) => (float)(_grid.Center(index) + (random.NextUniform() - 0.5) * _grid.Spacing);

    private int Find(double mass)
    {
        int found = Array.BinarySearch(_cumulative, mass);
        return Math.Min(found < 0 ? ~found : found, _cumulative.Length - 1);
    }
}
