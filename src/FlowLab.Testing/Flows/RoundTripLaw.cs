using FlowLab.Random;
using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Flows;

/// <summary>Forward and inverse undo each other, both ways round, and find the same log-det.</summary>
public sealed class RoundTripLaw : FlowLaw
{
    private const double Tolerance = 2e-4;

    // Beyond that the map is so steep, or so flat, that float32 cannot tell where a point came from.
    private const double MostUncertain = 0.1;

    /// <inheritdoc/>
    public override string Name => "round-trip";

    /// <inheritdoc/>
    public override string Statement => "Inverse undoes Forward, Forward undoes Inverse, and both find the same log-dets.";

    /// <inheritdoc/>
    public override IEnumerable<FlowCase> Cases(FlowSubject subject) => FlowShapes.All(subject);

    private protected override LawMeasure Measure(FlowSubject subject, FlowTrial trial)
    {
        LawMeasure there = There(trial, z => trial.Passes.Forward(trial.Inputs, z), z => trial.Passes.Inverse(trial.Inputs, z), trial.Points, "Inverse(Forward(z))");
        float[] images = trial.Draw(RandomPurpose.Splitting, trial.Dimension, trial.Situation.Spread);
        LawMeasure back = There(trial, z => trial.Passes.Inverse(trial.Inputs, z), z => trial.Passes.Forward(trial.Inputs, z), images, "Forward(Inverse(z))");
        return LawMeasure.Worse(there, back);
    }

    /// <summary>Goes by one pass and returns by the other; what a nudge of some units in the last place does on the way back is the slack.</summary>
    private static LawMeasure There(FlowTrial trial, Func<float[], PassResult> go, Func<float[], PassResult> comeBack, float[] points, string what)
    {
        PassResult away = go(points);
        PassResult home = comeBack(away.State);
        PassResult up = comeBack(trial.Nudge(away.State, 1)), down = comeBack(trial.Nudge(away.State, -1));
        LawMeasure state = Deviation.Of(what, home.State, [.. points.Select(x => (double)x)], Tolerance, Slack.Of(home.State, up.State, down.State), MostUncertain);
        LawMeasure logDet = Deviation.Of($"log-det of {what}", home.LogDet, [.. away.LogDet.Select(x => (double)x)], Tolerance, Slack.Of(home.LogDet, up.LogDet, down.LogDet), MostUncertain);
        return LawMeasure.Worse(state, logDet);
    }
}
