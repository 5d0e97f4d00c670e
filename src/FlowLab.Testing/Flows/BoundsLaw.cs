using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Flows;

/// <summary>Passes stay within their buffers and leave alone what they may only read.</summary>
public sealed class BoundsLaw : FlowLaw
{
    private const float OtherZone = -7.25e8f;

    /// <inheritdoc/>
    public override string Name => "bounds";

    /// <inheritdoc/>
    public override string Statement => "No pass writes outside of its buffers or into its parameters, and no result depends on what lies outside.";

    /// <inheritdoc/>
    public override IEnumerable<FlowCase> Cases(FlowSubject subject) => FlowShapes.WithTwoSeeds(subject);

    private protected override LawMeasure Measure(FlowSubject subject, FlowTrial trial)
    {
        AllPasses first = AllPasses.Of(trial);
        foreach ((string name, PassResult result) in first.Each)
            if (result.Damage.Length > 0)
                return LawMeasure.Broken($"{name}: {result.Damage}");
        AllPasses other = AllPasses.Of(trial, trial.Inputs with { Zone = OtherZone }, trial.Points, trial.PerState, trial.PerLogDet);
        return other.SameBitsAs(first, "with other numbers around the buffers");
    }
}
