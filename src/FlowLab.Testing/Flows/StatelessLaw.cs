using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Flows;

/// <summary>A flow keeps nothing of a pass: the engine decides where parameters and tapes live.</summary>
public sealed class StatelessLaw : FlowLaw
{
    /// <inheritdoc/>
    public override string Name => "stateless";

    /// <inheritdoc/>
    public override string Statement => "A pass gives the same bits after passes with other parameters and points, and in a second instance that has seen no other pass.";

    /// <inheritdoc/>
    public override IEnumerable<FlowCase> Cases(FlowSubject subject) => FlowShapes.Small(subject);

    private protected override LawMeasure Measure(FlowSubject subject, FlowTrial trial)
    {
        AllPasses first = AllPasses.Of(trial);
        float[] elsewhere = [.. trial.Points.Select(x => -0.5f * x + 0.25f)];
        float[] others = [.. trial.Inputs.Parameters.Select(x => 0.5f * x + 0.125f)];
        AllPasses.Of(trial, trial.Inputs with { Parameters = others }, elsewhere, trial.PerState, trial.PerLogDet);
        PassResult late = trial.Passes.Backward(trial.Inputs, first.Forward, trial.PerState, trial.PerLogDet);
        LawMeasure worst = LawMeasure.Worse(
            (first with { Backward = late }).SameBitsAs(first, "after passes with other numbers"), AllPasses.Of(trial).SameBitsAs(first, "after passes with other numbers"));
        using var second = new FlowTrial(subject, trial.Situation, trial.Bench);
        PassResult fresh = second.Passes.Backward(second.Inputs, first.Forward, second.PerState, second.PerLogDet);
        worst = LawMeasure.Worse(worst, (first with { Backward = fresh }).SameBitsAs(first, "in an instance that has seen no other pass"));
        return LawMeasure.Worse(worst, AllPasses.Of(second).SameBitsAs(first, "in a second instance"));
    }
}
