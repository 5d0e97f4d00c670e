using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Flows;

/// <summary>What a seed computes does not depend on the other seeds of its launch, not even if they hold no numbers at all.</summary>
public sealed class SeedsApartLaw : FlowLaw
{
    private static readonly int[] Together = [3, 7, 11];

    private static readonly int[] TwoTogether = [3, 11];

    /// <inheritdoc/>
    public override string Name => "seeds-apart";

    /// <inheritdoc/>
    public override string Statement => "A seed gives the same bits alone, among others, and beside seeds whose parameters and points are NaN.";

    /// <inheritdoc/>
    public override IEnumerable<FlowCase> Cases(FlowSubject subject) => FlowShapes.All(subject).Select(shape => shape with { Seeds = shape.Seeds.Count > 1 ? Together : TwoTogether });

    private protected override LawMeasure Measure(FlowSubject subject, FlowTrial trial)
    {
        int seeds = trial.Situation.Seeds.Count, last = seeds - 1;
        AllPasses together = AllPasses.Of(trial);
        using var single = new FlowTrial(subject, Alone(trial, last), trial.Bench);
        LawMeasure alone = AllPasses.Of(single).SameSeedAs(0, 1, together, last, seeds, "alone");
        if (seeds == 1)
            return alone;
        FlowInputs poisoned = trial.Inputs with { Parameters = Poison(trial.Inputs.Parameters, last, seeds), Context = Poison(trial.Inputs.Context, last, seeds) };
        AllPasses beside = AllPasses.Of(
            trial, poisoned, Poison(trial.Points, last, seeds), Poison(trial.PerState, last, seeds), Poison(trial.PerLogDet, last, seeds));
        return LawMeasure.Worse(alone, beside.SameSeedAs(last, seeds, together, last, seeds, "beside seeds of NaN"));
    }

    private static FlowCase Alone(FlowTrial trial, int position) => trial.Situation with
    {
        Seeds = [trial.Situation.Seeds[position]],
        Parameters = trial.Situation.Parameters is null ? null : Slice(trial.Inputs.Parameters, position, trial.Situation.Seeds.Count),
        Points = trial.Situation.Points is null ? null : Slice(trial.Points, position, trial.Situation.Seeds.Count),
    };

    private static float[] Slice(float[] values, int position, int seeds) => values[(position * (values.Length / seeds))..((position + 1) * (values.Length / seeds))];

    /// <summary>NaN for all seeds but one.</summary>
    private static float[] Poison(float[] values, int kept, int seeds)
    {
        var poisoned = new float[values.Length];
        Array.Fill(poisoned, float.NaN);
        Slice(values, kept, seeds).CopyTo(poisoned, kept * (values.Length / seeds));
        return poisoned;
    }
}
