using FlowLab.Testing.Bench;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Datasets;

/// <summary>A law of datasets.</summary>
public abstract class DatasetLaw : ILaw<DatasetSubject, DatasetCase>
{
    private static readonly int[] ThreeSeeds = [3, 7, 11];

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Statement { get; }

    /// <inheritdoc/>
    public virtual IEnumerable<DatasetCase> Cases(DatasetSubject subject) =>
        [new(), new() { Batch = 3, Seeds = ThreeSeeds }, new() { Batch = 100, Seeds = ThreeSeeds, Step = 7 }, new() { Batch = 1000, Seeds = [3, 7], Step = 100_000 }];

    /// <inheritdoc/>
    public LawMeasure Measure(DatasetSubject subject, DatasetCase situation, LawBench bench)
    {
        ArgumentNullException.ThrowIfNull(subject);
        using var trial = new DatasetTrial(subject, situation, bench);
        return Measure(trial);
    }

    private protected abstract LawMeasure Measure(DatasetTrial trial);
}
