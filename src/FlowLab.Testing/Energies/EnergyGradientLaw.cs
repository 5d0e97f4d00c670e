using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Energies;

/// <summary>The gradient is that of the energy, times the factor that the loss asks for.</summary>
public sealed class EnergyGradientLaw : EnergyLaw
{
    private const double Tolerance = 2e-3;
    private const double MostUncertain = 0.01;
    private const float Scale = 0.375f;

    /// <inheritdoc/>
    public override string Name => "gradients";

    /// <inheritdoc/>
    public override string Statement => "Gradient is GradientScale times dU/dz, as differences of U are, and both launches give the same U.";

    private protected override LawMeasure Measure(EnergyTrial trial)
    {
        int seeds = trial.Situation.Seeds.Count;
        EnergyResult result = trial.Evaluate(trial.Points, seeds, Scale);
        LawMeasure same = Deviation.OfBits("U with gradient", result.Energy, trial.Evaluate(trial.Points, seeds, null).Energy);
        (double[] expected, double[] slack) = Differences(trial, seeds);
        return LawMeasure.Worse(same, Deviation.Of("gradient", result.Gradient, expected, Tolerance, slack, MostUncertain));
    }

    private static (double[] Expected, double[] Slack) Differences(EnergyTrial trial, int seeds)
    {
        int dimension = trial.Energy.Dimension, batch = trial.Situation.Batch, offsets = StepLadder.Full.Offsets.Count, count = dimension * batch;
        var moved = new float[seeds * dimension * count * offsets];
        for (int seed = 0; seed < seeds; seed++)
            for (int row = 0; row < dimension; row++)
                for (int i = 0; i < count * offsets; i++)
                {
                    int coordinate = i / offsets / batch, sample = i / offsets % batch;
                    float at = trial.Points[(seed * dimension + row) * batch + sample];
                    moved[(seed * dimension + row) * count * offsets + i] = coordinate == row ? (float)(at + StepLadder.Full.Offsets[i % offsets]) : at;
                }
        float[] energies = trial.Evaluate(moved, seeds, null).Energy;
        var expected = new double[seeds * count];
        var slack = new double[seeds * count];
        Span<double> values = stackalloc double[offsets];
        for (int i = 0; i < expected.Length; i++)
        {
            for (int o = 0; o < offsets; o++)
                values[o] = energies[i * offsets + o];
            Derivative derivative = StepLadder.Full.Of(values, MaxMagnitude(values));
            (expected[i], slack[i]) = (Scale * derivative.Value, 2 * Scale * derivative.Uncertainty);
        }
        return (expected, slack);
    }

    private static double MaxMagnitude(ReadOnlySpan<double> values)
    {
        double most = 0;
        foreach (double value in values)
            most = Math.Max(most, Math.Abs(value));
        return most;
    }
}
