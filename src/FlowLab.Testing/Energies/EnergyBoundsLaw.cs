using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Energies;

/// <summary>Launches write what they have to write, and nothing else.</summary>
public sealed class EnergyBoundsLaw : EnergyLaw
{
    /// <inheritdoc/>
    public override string Name => "bounds";

    /// <inheritdoc/>
    public override string Statement => "Energies and gradients are assigned, every one of them; nothing is written outside of the buffers or into the points.";

    private protected override LawMeasure Measure(EnergyTrial trial)
    {
        int seeds = trial.Situation.Seeds.Count;
        EnergyResult first = trial.Evaluate(trial.Points, seeds, 1), second = trial.Evaluate(trial.Points, seeds, 1, unset: 1024), plain = trial.Evaluate(trial.Points, seeds, null);
        foreach (EnergyResult result in new[] { first, second, plain })
            if (result.Damage.Length > 0)
                return LawMeasure.Broken(result.Damage);
        LawMeasure finite = LawMeasure.Worse(Deviation.OfFinite("U, buffers full of NaN:", first.Energy), Deviation.OfFinite("gradient, buffers full of NaN:", first.Gradient));
        LawMeasure assigned = LawMeasure.Worse(
            Deviation.OfBits("U over other contents", second.Energy, first.Energy), Deviation.OfBits("gradient over other contents", second.Gradient, first.Gradient));
        return LawMeasure.Worse(LawMeasure.Worse(finite, assigned), Deviation.OfFinite("U without gradient", plain.Energy));
    }
}
