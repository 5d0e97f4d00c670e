using FlowLab.Testing.Laws;
using FlowLab.Testing.Numerics;

namespace FlowLab.Testing.Energies;

/// <summary>Points do not disturb each other, and launches repeat themselves.</summary>
public sealed class EnergySamplesApartLaw : EnergyLaw
{
    /// <inheritdoc/>
    public override string Name => "seeds-apart";

    /// <inheritdoc/>
    public override string Statement => "Launches give the same bits every time, and a seed's points the same beside seeds whose points are NaN.";

    private protected override LawMeasure Measure(EnergyTrial trial)
    {
        int seeds = trial.Situation.Seeds.Count, first = trial.Points.Length / seeds * (seeds - 1), firstEnergy = trial.Situation.Batch * (seeds - 1);
        EnergyResult one = trial.Evaluate(trial.Points, seeds, 1), again = trial.Evaluate(trial.Points, seeds, 1);
        float[] poisoned = [.. Enumerable.Repeat(float.NaN, first), .. trial.Points[first..]];
        EnergyResult beside = trial.Evaluate(poisoned, seeds, 1), alone = trial.Evaluate(trial.Points[first..], 1, 1);
        LawMeasure worst = LawMeasure.Worse(Deviation.OfBits("U, second launch", again.Energy, one.Energy), Deviation.OfBits("gradient, second launch", again.Gradient, one.Gradient));
        foreach ((string when, float[] energy, float[] gradient) in new[] { ("beside NaN", beside.Energy[firstEnergy..], beside.Gradient[first..]), ("alone", alone.Energy, alone.Gradient) })
            worst = LawMeasure.Worse(worst, LawMeasure.Worse(Deviation.OfBits($"U {when}", energy, one.Energy.AsSpan(firstEnergy)), Deviation.OfBits($"gradient {when}", gradient, one.Gradient.AsSpan(first))));
        return worst;
    }
}
