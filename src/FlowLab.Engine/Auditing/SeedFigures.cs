using System.Globalization;
using FlowLab.Engine.Evaluation;

namespace FlowLab.Engine.Auditing;

/// <summary>All figures of one seed by name, for the checks of the audit.</summary>
public sealed class SeedFigures
{
    private readonly Dictionary<string, SeedMetric> _figures;

    /// <param name="seed">The seed (not its position).</param>
    /// <param name="figures">Its figures; names differ.</param>
    public SeedFigures(int seed, IEnumerable<SeedMetric> figures)
    {
        Seed = seed;
        _figures = figures.ToDictionary(figure => figure.Metric.Name);
    }

    /// <summary>The seed (not its position).</summary>
    public int Seed { get; }

    /// <summary>All figures.</summary>
    public IReadOnlyCollection<SeedMetric> All => _figures.Values;

    /// <summary>The finite figures of these names; false if one of them is missing, not available or not finite.</summary>
    public bool TryRead(ReadOnlySpan<string> names, Span<double> values)
    {
        for (int i = 0; i < names.Length; i++)
        {
            values[i] = ValueOf(names[i], double.NaN);
            if (!double.IsFinite(values[i]))
                return false;
        }
        return true;
    }

    /// <summary>A figure; <paramref name="missing"/> if there is none or it is not a number.</summary>
    public double ValueOf(string name, double missing) =>
        _figures.TryGetValue(name, out SeedMetric? figure) && !double.IsNaN(figure.Value) ? figure.Value : missing;

    /// <summary>Those of these names that the seed has.</summary>
    public IReadOnlyList<string> Known(params IReadOnlyList<string> names) => [.. names.Where(_figures.ContainsKey)];

    /// <summary>Four significant digits, for sentences.</summary>
    public static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
