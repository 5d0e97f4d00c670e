using System.Globalization;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Optimizers;

/// <summary>Parameters to be optimized: a bowl sum_i c_i p_i^2 / 2 per seed, with curvatures from 1/2 to 2.</summary>
public sealed record OptimizerCase : ILawCase<OptimizerCase>
{
    private const int MostToShorten = 100;

    private static readonly int[] Counts = [1, 2, 3, 17];

    private static readonly int[] Durations = [2, 4, 8];

    /// <summary>Parameters per seed, P.</summary>
    public int Parameters { get; init; } = 1;

    /// <summary>The seeds, [R]; they draw where the parameters start.</summary>
    public IReadOnlyList<int> Seeds { get; init; } = [3];

    /// <summary>Updates.</summary>
    public int Updates { get; init; } = 8;

    /// <summary>Learning rate.</summary>
    public float LearningRate { get; init; } = 0.05f;

    /// <inheritdoc/>
    public IEnumerable<OptimizerCase> Simpler()
    {
        if (Seeds.Count > 1)
            yield return this with { Seeds = [Seeds[0]] };
        foreach (int fewer in Counts.Where(fewer => fewer < Parameters))
            yield return this with { Parameters = fewer };
        // A law that waits for the bottom of the bowl needs its updates.
        foreach (int fewer in Durations.Where(fewer => fewer < Updates && Updates <= MostToShorten))
            yield return this with { Updates = fewer };
    }

    /// <inheritdoc/>
    public string ToCode() => string.Create(
        CultureInfo.InvariantCulture, $"new OptimizerCase {{ Parameters = {Parameters}, Seeds = {CodeText.Of(Seeds)}, Updates = {Updates}, LearningRate = {CodeText.Of(LearningRate)} }}");
}
