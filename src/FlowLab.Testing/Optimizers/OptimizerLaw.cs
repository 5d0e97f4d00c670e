using FlowLab.Testing.Bench;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Optimizers;

/// <summary>A law of optimizers.</summary>
public abstract class OptimizerLaw : ILaw<OptimizerSubject, OptimizerCase>
{
    private static readonly int[] ThreeSeeds = [3, 7, 11];

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Statement { get; }

    /// <inheritdoc/>
    public virtual IEnumerable<OptimizerCase> Cases(OptimizerSubject subject) =>
        [new(), new() { Parameters = 3, Seeds = ThreeSeeds }, new() { Parameters = 1000, Seeds = ThreeSeeds }];

    /// <inheritdoc/>
    public LawMeasure Measure(OptimizerSubject subject, OptimizerCase situation, LawBench bench)
    {
        ArgumentNullException.ThrowIfNull(subject);
        OptimizerTrial Start() => new(subject, situation, bench);
        return Measure(Start);
    }

    private protected abstract LawMeasure Measure(Func<OptimizerTrial> start);
}
