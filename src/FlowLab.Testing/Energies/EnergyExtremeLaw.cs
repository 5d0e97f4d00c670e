using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Energies;

/// <summary>Far points have energies.</summary>
public sealed class EnergyExtremeLaw : EnergyLaw
{
    /// <inheritdoc/>
    public override string Name => "extremes";

    /// <inheritdoc/>
    public override string Statement => "Points up to 1e6, and the origin, have finite energies and gradients.";

    /// <inheritdoc/>
    public override IEnumerable<EnergyCase> Cases(EnergySubject subject) => new[] { 0, 1e-6, 1e2, 1e4, 1e6 }.Select(spread => new EnergyCase { Batch = 64, Spread = spread });

    private protected override LawMeasure Measure(EnergyTrial trial)
    {
        EnergyResult result = trial.Evaluate(trial.Points, trial.Situation.Seeds.Count, 1);
        return LawMeasure.Worse(Deviation.OfFinite("U", result.Energy), Deviation.OfFinite("gradient", result.Gradient));
    }
}
