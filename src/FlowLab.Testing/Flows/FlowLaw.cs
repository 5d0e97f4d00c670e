using FlowLab.Testing.Bench;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Flows;

/// <summary>A law of flows.</summary>
public abstract class FlowLaw : ILaw<FlowSubject, FlowCase>
{
    private const int MostSpelled = 64;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Statement { get; }

    /// <inheritdoc/>
    public abstract IEnumerable<FlowCase> Cases(FlowSubject subject);

    /// <inheritdoc/>
    public LawMeasure Measure(FlowSubject subject, FlowCase situation, LawBench bench)
    {
        ArgumentNullException.ThrowIfNull(subject);
        using var trial = new FlowTrial(subject, situation, bench);
        return trial.IsTooLarge ? LawMeasure.Nothing("the flow has too many parameters for a check in this shape") : Measure(subject, trial);
    }

    /// <inheritdoc/>
    public FlowCase Spell(FlowSubject subject, FlowCase situation, LawBench bench)
    {
        ArgumentNullException.ThrowIfNull(subject);
        using var trial = new FlowTrial(subject, situation, bench);
        bool isShort = !trial.IsTooLarge && trial.Inputs.Parameters.Length + trial.Points.Length <= MostSpelled;
        return isShort ? trial.Spelled : situation;
    }

    private protected abstract LawMeasure Measure(FlowSubject subject, FlowTrial trial);
}
