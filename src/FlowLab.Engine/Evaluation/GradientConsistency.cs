using System.Globalization;
using FlowLab.Engine.Training;
using FlowLab.Random;

namespace FlowLab.Engine.Evaluation;

/// <summary>
/// Whether the gradients that training followed are those of its loss: directional derivatives by central differences of the loss along a few random directions
/// against the gradients' own, at the trained parameters and with the same draws on both sides.
/// </summary>
/// <param name="session">The trained cell.</param>
internal sealed class GradientConsistency(TrainingSession session)
{
    private const int Directions = 4;

    // From what bends of the loss want to what rounding leaves; the two neighbours that agree best are used, seed by seed.
    private static readonly float[] Steps = [4e-3f, 2e-3f, 1e-3f, 5e-4f, 2.5e-4f];

    private static readonly string Draws = string.Create(CultureInfo.InvariantCulture, $"along {Directions} random directions");

    private static readonly MetricDescription Error = new(
        "gradient_error", $"relative difference of the gradients to central differences of the loss {Draws}", "", MetricKind.Consistency, true);

    private static readonly MetricDescription Resolution = new(
        "gradient_resolution", $"relative difference of the central differences of the loss between two step sizes {Draws}", "", MetricKind.Consistency, true);

    /// <summary>The agreement of every seed; nothing for a cell that was not trained, or whose loss is still annealed.</summary>
    public IEnumerable<SeedMetric> Measure()
    {
        if (!session.CanBeProbed)
            return [];
        float[] parameters = session.ReadParameters(), gradients = session.Probe(parameters).Gradients;
        DirectionalSums[][] sums = [.. session.Definition.Seeds.Select(_ => Steps.Skip(1).Select(_ => new DirectionalSums()).ToArray())];
        for (int direction = 0; direction < Directions; direction++)
        {
            float[] signs = Signs(direction, parameters.Length);
            double[][] slopes = [.. Steps.Select(step => Slopes(parameters, signs, step))];
            for (int seed = 0; seed < sums.Length; seed++)
                for (int level = 1; level < slopes.Length; level++)
                    sums[seed][level - 1].Add(slopes[level - 1][seed], slopes[level][seed], Along(gradients, signs, seed));
        }
        return [.. session.Definition.Seeds.SelectMany((name, seed) => Figures(name, sums[seed].MinBy(level => level.Resolution)!))];
    }

    private static SeedMetric[] Figures(int name, DirectionalSums sums) => [new(name, Error, sums.Error), new(name, Resolution, sums.Resolution)];

    /// <summary>The first parameters of a seed that nobody trains.</summary>
    private int Frozen => session.Definition is { Latent: null, Chain.Base: { IsTrainable: false } kept } ? kept.ParameterCount : 0;

    /// <summary>A random corner of the cube, of its own for every seed, 0 along what is not trained: [R, P].</summary>
    private float[] Signs(int direction, int length)
    {
        int count = length / session.Definition.Seeds.Count;
        float[] signs = new float[length];
        for (int position = 0; position < session.Definition.Seeds.Count; position++)
        {
            RandomStream random = new(session.Definition.Seeds[position], RandomPurpose.EvaluationNoise, (1L << 42) + direction);
            for (int i = 0; i < count; i++)
                signs[position * count + i] = i < Frozen ? 0 : random.NextUniform(-1, 1) < 0 ? -1 : 1;
        }
        return signs;
    }

    /// <summary>The derivative of the loss of every seed along its direction.</summary>
    private double[] Slopes(float[] parameters, float[] signs, float step)
    {
        double[] above = session.Probe([.. parameters.Zip(signs, (value, sign) => value + step * sign)]).Losses;
        double[] below = session.Probe([.. parameters.Zip(signs, (value, sign) => value - step * sign)]).Losses;
        return [.. above.Zip(below, (high, low) => (high - low) / (2.0 * step))];
    }

    private static double Along(float[] gradients, float[] signs, int seed, int count)
    {
        double sum = 0;
        for (int i = seed * count; i < (seed + 1) * count; i++)
            sum += (double)gradients[i] * signs[i];
        return sum;
    }

    private double Along(float[] gradients, float[] signs, int seed) => Along(gradients, signs, seed, gradients.Length / session.Definition.Seeds.Count);

    /// <summary>Sums of squares over directions.</summary>
    private sealed class DirectionalSums
    {
        private double _error;
        private double _resolution;
        private double _size;

        public double Error => Relative(_error);

        public double Resolution => Relative(_resolution);

        public void Add(double coarse, double fine, double gradient)
        {
            // Richardson: the error of central differences falls with the square of the step.
            double slope = fine + (fine - coarse) / 3;
            _error += (slope - gradient) * (slope - gradient);
            _resolution += (fine - coarse) * (fine - coarse);
            _size += slope * slope + gradient * gradient;
        }

        private double Relative(double squares) => _size == 0 ? 0 : Math.Min(double.IsNaN(squares) ? double.MaxValue : Math.Sqrt(squares / _size), double.MaxValue);
    }
}
