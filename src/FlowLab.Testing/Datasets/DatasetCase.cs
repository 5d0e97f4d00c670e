using System.Globalization;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Datasets;

/// <summary>A batch to be drawn.</summary>
public sealed record DatasetCase : ILawCase<DatasetCase>
{
    private static readonly int[] Batches = [1, 2, 3, 8, 64];

    /// <summary>Points per seed, B.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>The seeds, [R].</summary>
    public IReadOnlyList<int> Seeds { get; init; } = [3];

    /// <summary>The update.</summary>
    public long Step { get; init; }

    /// <inheritdoc/>
    public IEnumerable<DatasetCase> Simpler()
    {
        if (Seeds.Count > 1)
            yield return this with { Seeds = [Seeds[0]] };
        if (Step > 0)
            yield return this with { Step = 0 };
        foreach (int fewer in Batches.Where(fewer => fewer < Batch))
            yield return this with { Batch = fewer };
    }

    /// <inheritdoc/>
    public string ToCode() => string.Create(CultureInfo.InvariantCulture, $"new DatasetCase {{ Batch = {Batch}, Seeds = {CodeText.Of(Seeds)}, Step = {Step} }}");
}
