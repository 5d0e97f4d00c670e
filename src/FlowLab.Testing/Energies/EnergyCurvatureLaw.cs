using FlowLab.Energies;
using FlowLab.Random;
using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Energies;

/// <summary>Products with second derivatives are the derivatives of the gradient along a direction.</summary>
public sealed class EnergyCurvatureLaw : EnergyLaw
{
    private const double Tolerance = 2e-3;
    private const double MostUncertain = 0.02;
    private const float Scale = 0.375f;

    /// <inheritdoc/>
    public override string Name => "curvature";

    /// <inheritdoc/>
    public override string Statement => "AddCurvature adds Scale times the derivative of the gradient along Direction, as differences of the gradient are.";

    private protected override LawMeasure Measure(EnergyTrial trial)
    {
        if (trial.Energy is not ICurvedEnergy)
            throw new NotSupportedException("the energy gives no second derivatives; where a flow needs them, the engine takes differences of its gradient");
        float[] directions = Draw(trial, RandomPurpose.EvaluationNoise), before = Draw(trial, RandomPurpose.Shuffling);
        float[] products = trial.AddCurvature(directions, [.. before], Scale, out string damage);
        if (damage.Length > 0)
            return LawMeasure.Broken(damage);
        (double[] expected, double[] slack) = Differences(trial, directions, before);
        return Deviation.Of("product with the second derivatives", products, expected, Tolerance, slack, MostUncertain);
    }

    private static float[] Draw(EnergyTrial trial, RandomPurpose purpose)
    {
        var random = new RandomStream(1, purpose);
        return [.. trial.Points.Select(_ => (float)random.NextNormal())];
    }

    private static (double[] Expected, double[] Slack) Differences(EnergyTrial trial, float[] directions, float[] before)
    {
        int seeds = trial.Situation.Seeds.Count, offsets = StepLadder.Full.Offsets.Count;
        var moved = new float[trial.Points.Length * offsets];
        for (int i = 0; i < moved.Length; i++)
            moved[i] = (float)(trial.Points[i / offsets] + StepLadder.Full.Offsets[i % offsets] * directions[i / offsets]);
        float[] gradients = trial.Evaluate(moved, seeds, 1).Gradient;
        var expected = new double[before.Length];
        var slack = new double[before.Length];
        Span<double> values = stackalloc double[offsets];
        for (int i = 0; i < expected.Length; i++)
        {
            double magnitude = 0;
            for (int o = 0; o < offsets; o++)
            {
                values[o] = gradients[i * offsets + o];
                magnitude = Math.Max(magnitude, Math.Abs(values[o]));
            }
            Derivative derivative = StepLadder.Full.Of(values, magnitude);
            (expected[i], slack[i]) = (before[i] + Scale * derivative.Value, 2 * Scale * derivative.Uncertainty);
        }
        return (expected, slack);
    }
}
