using FlowLab.Engine.Evaluation;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;

namespace FlowLab.Host.Comparisons;

/// <summary>Puts cells into groups.</summary>
/// <param name="by">What makes the groups.</param>
/// <param name="metric">What is compared.</param>
internal sealed class Grouping(IReadOnlyList<string> by, MetricDescription metric)
{
    /// <summary>The group of a cell, such as "planar, length = 8".</summary>
    public string NameOf(ComparedCell cell) => string.Join(", ", by.Select(path => AxisText.Value(path, cell.ValueOf(path) ?? "")));

    /// <summary>The groups of cells that share a context.</summary>
    public ComparisonBlock Block(IReadOnlyList<string> context, IReadOnlyList<ComparedCell> cells, double confidence)
    {
        GroupFigures[] groups = [.. cells.GroupBy(NameOf).Select(Figures)];
        PairedDifference[] differences = [.. groups.SelectMany((first, index) => groups.Skip(index + 1).Select(second => Difference(first, second, confidence)))];
        double[] corrected = HolmCorrection.Of([.. differences.Select(difference => difference.P)]);
        string[] values = [.. context.Select(axis => cells[0].ValueOf(axis) ?? "")];
        return new(string.Join(", ", context.Zip(values, AxisText.Value)), values, groups,
            [.. differences.Zip(corrected, (difference, p) => difference with { CorrectedP = p })], Best(groups));
    }

    private GroupFigures Figures(IEnumerable<ComparedCell> cells)
    {
        ComparedCell[] own = [.. cells];
        SeedMetric[] values = [.. own.SelectMany(cell => cell.Results.Metrics).Where(value => value.Metric.Name == metric.Name)];
        SeedMetric[] seeds = [.. values.GroupBy(value => value.Seed).Select(Average)];
        int failed = own.SelectMany(cell => cell.Results.FailedSeeds(metric)).Distinct().Count();
        return new(NameOf(own[0]), SeedStatistics.Of(metric, seeds) with { Failed = failed },
            seeds.Where(seed => !double.IsNaN(seed.Value)).ToDictionary(seed => seed.Seed, seed => seed.Value),
            [.. own.Select(cell => cell.Budget).Distinct()], own.Length);
    }

    /// <summary>A seed whose number is missing in one cell of a group is missing in the group.</summary>
    private static SeedMetric Average(IEnumerable<SeedMetric> values)
    {
        SeedMetric[] all = [.. values];
        SeedMetric first = all.FirstOrDefault(value => double.IsNaN(value.Value)) ?? all[0];
        return first with { Value = all.Average(value => value.Value) };
    }

    private static PairedDifference Difference(GroupFigures first, GroupFigures second, double confidence) => PairedDifference.Of(first.Name, second.Name,
        [.. first.Values.Keys.Where(second.Values.ContainsKey).Order().Select(seed => first.Values[seed] - second.Values[seed])], confidence);

    private string? Best(GroupFigures[] groups)
    {
        GroupFigures[] usable = [.. groups.Where(group => group.Statistics.Available > 0 && !group.IsFailed)];
        return metric.LowerIsBetter switch
        {
            true => usable.MinBy(group => group.Statistics.Mean)?.Name,
            false => usable.MaxBy(group => group.Statistics.Mean)?.Name,
            null => null,
        };
    }
}
