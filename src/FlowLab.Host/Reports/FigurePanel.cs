using FlowLab.Engine.Evaluation;
using FlowLab.Host.Figures;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

/// <summary>One density picture of the figure.</summary>
/// <param name="Cell">The cell it belongs to.</param>
/// <param name="Density">The picture; null when the cell has none (yet).</param>
/// <param name="Pictured">The headline metric of the seed that is pictured; null when it was not measured.</param>
/// <param name="Scale">The density that takes the brightest color.</param>
public sealed record FigurePanel(CellResults Cell, RunDensity? Density, SeedMetric? Pictured, double Scale)
{
    /// <summary>The panel's picture file, without its extension.</summary>
    public string FileName => Density switch
    {
        { Name: RunDensity.Model, Seed: { } seed } => FormattableString.Invariant($"{Cell.Id}-seed{seed}"),
        { } density => $"{Cell.Id}-{density.Name}",
        null => Cell.Id,
    };

    /// <summary>This panel and, for a model, those of the other seeds that have a picture.</summary>
    public IEnumerable<FigurePanel> AllOfItsKind => Cell.Densities
        .Where(density => density.Name == Density?.Name).Select(density => this with { Density = density, Pictured = null });

    public static FigurePanel Target(CellResults cell, RunDensity density, double scale) => new(cell, density, null, scale);

    /// <summary>The density of the seed with the median of the headline metric; of the seed nearest to it where that one has no picture.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="headline">The metric that ranks the seeds.</param>
    /// <param name="scale">The row's scale; null to take the picture's own.</param>
    public static FigurePanel Model(CellResults cell, MetricDescription? headline, double? scale)
    {
        List<RunDensity> models = [.. cell.Densities.Where(density => density.Name == RunDensity.Model)];
        Dictionary<int, SeedMetric> values = cell.Metrics
            .Where(value => value.Metric.Name == headline?.Name && !double.IsNaN(value.Value) && !cell.FailedSeeds(value.Metric).Contains(value.Seed)).ToDictionary(value => value.Seed);
        double? median = headline is null ? null : SeedStatistics.Of(headline, values.Values).MedianSeed?.Value;
        RunDensity? shown = models.MinBy(density => Distance(values, density, median));
        SeedMetric? pictured = shown?.Seed is { } seed ? values.GetValueOrDefault(seed) : null;
        return new FigurePanel(cell, shown, pictured, scale ?? (shown is null ? 1 : DensityPicture.Scale(shown.Image)));
    }

    private static double Distance(Dictionary<int, SeedMetric> values, RunDensity density, double? median) =>
        median is { } middle && density.Seed is { } seed && values.TryGetValue(seed, out SeedMetric? value)
            ? Math.Abs(value.Value - middle)
            : double.MaxValue;
}
