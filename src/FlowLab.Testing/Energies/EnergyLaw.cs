using FlowLab.Testing.Bench;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Energies;

/// <summary>A law of energies.</summary>
public abstract class EnergyLaw : ILaw<EnergySubject, EnergyCase>
{
    private const int MostSpelled = 32;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Statement { get; }

    /// <inheritdoc/>
    public virtual IEnumerable<EnergyCase> Cases(EnergySubject subject) =>
    [
        new(), new() { Batch = 3, Seeds = [3, 7] }, new() { Batch = 1000, Seeds = [3, 7] }, new() { Batch = 1000, Seeds = [3, 7], Spread = 5 },
    ];

    /// <inheritdoc/>
    public LawMeasure Measure(EnergySubject subject, EnergyCase situation, LawBench bench)
    {
        ArgumentNullException.ThrowIfNull(subject);
        using var trial = new EnergyTrial(subject, situation, bench);
        return Measure(trial);
    }

    /// <inheritdoc/>
    public EnergyCase Spell(EnergySubject subject, EnergyCase situation, LawBench bench)
    {
        ArgumentNullException.ThrowIfNull(subject);
        using var trial = new EnergyTrial(subject, situation, bench);
        return trial.Points.Length <= MostSpelled ? situation with { Points = trial.Points } : situation;
    }

    private protected abstract LawMeasure Measure(EnergyTrial trial);
}
