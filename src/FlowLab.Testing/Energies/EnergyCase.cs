using System.Globalization;
using FlowLab.Testing.Laws;

namespace FlowLab.Testing.Energies;

/// <summary>Points at which an energy is tried.</summary>
public sealed record EnergyCase : ILawCase<EnergyCase>
{
    private static readonly int[] Batches = [1, 2, 3, 8, 64];

    /// <summary>Points per seed, B.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>The seeds that draw the points, [R].</summary>
    public IReadOnlyList<int> Seeds { get; init; } = [3];

    /// <summary>Standard deviation of the points.</summary>
    public double Spread { get; init; } = 2;

    /// <summary>[R, D, B]; null: normal with <see cref="Spread"/>.</summary>
    public IReadOnlyList<float>? Points { get; init; }

    /// <inheritdoc/>
    public IEnumerable<EnergyCase> Simpler()
    {
        if (Points is not null)
            return RoundPoints();
        IEnumerable<EnergyCase> seeds = Seeds.Count > 1 ? [this with { Seeds = [Seeds[0]] }] : [];
        return seeds.Concat(Batches.Where(smaller => smaller < Batch).Select(smaller => this with { Batch = smaller }));
    }

    /// <inheritdoc/>
    public string ToCode()
    {
        string spread = Spread == 2 ? "" : string.Create(CultureInfo.InvariantCulture, $", Spread = {Spread:R}");
        string points = Points is null ? "" : $", Points = {CodeText.Of(Points)}";
        return string.Create(CultureInfo.InvariantCulture, $"new EnergyCase {{ Batch = {Batch}, Seeds = {CodeText.Of(Seeds)}{spread}{points} }}");
    }

    private IEnumerable<EnergyCase> RoundPoints()
    {
        float[] points = [.. Points!];
        foreach (int digits in new[] { 0, 1 })
        {
            float[] rounded = [.. points.Select(value => MathF.Round(value, digits))];
            if (!rounded.AsSpan().SequenceEqual(points))
                yield return this with { Points = rounded };
        }
    }
}
