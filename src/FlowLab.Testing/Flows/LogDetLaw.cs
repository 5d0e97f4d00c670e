using System.Globalization;
using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>The log-det of the forward pass is that of its numeric Jacobian.</summary>
public sealed class LogDetLaw : FlowLaw
{
    private const double Tolerance = 1e-3;
    private const double MostUncertain = 0.05;

    /// <inheritdoc/>
    public override string Name => "log-det";

    /// <inheritdoc/>
    public override string Statement => "Forward adds ln|det| of its own Jacobian, taken by differences, to what is in LogDet.";

    /// <inheritdoc/>
    public override IEnumerable<FlowCase> Cases(FlowSubject subject) => FlowShapes.ForJacobians(subject);

    private protected override LawMeasure Measure(FlowSubject subject, FlowTrial trial)
    {
        float[] before = trial.PerLogDet;
        float[] after = trial.Passes.Forward(trial.Inputs, trial.Points, [.. before]).LogDet;
        Derivative[] numeric = new FlowDifferences(trial, StepLadder.Full, (inputs, z) => trial.Passes.Forward(inputs, z)).OfLogDeterminant(trial.Points);
        LawMeasure worst = LawMeasure.Nothing("the Jacobian cannot be told by differences: the pass is not smooth, or too noisy in float32");
        for (int i = 0; i < after.Length; i++)
            worst = LawMeasure.Worse(worst, Compare(i, after[i] - (double)before[i], numeric[i]));
        return worst;
    }

    private static LawMeasure Compare(int sample, double actual, Derivative numeric)
    {
        double scale = 1 + Math.Abs(numeric.Value), uncertainty = 2 * numeric.Uncertainty / scale;
        if (!(uncertainty < MostUncertain))
            return LawMeasure.Nothing("the Jacobian cannot be told by differences: the pass is not smooth, or too noisy in float32");
        return new LawMeasure(
            Math.Abs(actual - numeric.Value) / scale, Tolerance + uncertainty,
            string.Create(CultureInfo.InvariantCulture, $"log-det[{sample}] rose by {actual:G7}, expected ln|det| = {numeric.Value:G7} of the numeric Jacobian"));
    }
}
