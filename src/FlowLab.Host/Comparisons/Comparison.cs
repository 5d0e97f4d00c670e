using FlowLab.Engine.Evaluation;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;

namespace FlowLab.Host.Comparisons;

/// <summary>Groups of cells beside each other, in every context that they share.</summary>
/// <param name="Metric">What is compared.</param>
/// <param name="By">What makes the groups.</param>
/// <param name="ContextAxes">The axes that make the contexts.</param>
/// <param name="Confidence">The level of confidence intervals.</param>
/// <param name="Blocks">A block per context.</param>
internal sealed record Comparison(
    MetricDescription Metric, IReadOnlyList<string> By, IReadOnlyList<string> ContextAxes, double Confidence, IReadOnlyList<ComparisonBlock> Blocks)
{
    /// <summary>Every group, in the order of the cells.</summary>
    public IReadOnlyList<string> Groups => [.. Blocks.SelectMany(block => block.Groups).Select(group => group.Name).Distinct()];

    /// <summary>Compares runs.</summary>
    /// <param name="runs">The runs by name.</param>
    /// <param name="headline">The metric where the request names none.</param>
    /// <param name="request">What is asked for.</param>
    /// <exception cref="FlowLabException">FLR060 to FLR063: there is nothing to compare.</exception>
    public static Comparison Of(IReadOnlyList<(string Name, RunResults Results)> runs, string? headline, ComparisonRequest request)
    {
        MetricDescription metric = MetricOf(runs, request.Metric ?? headline);
        ComparedCell[] cells = [.. runs.SelectMany(run => run.Results.Cells.Select(cell => new ComparedCell(run.Name, cell)))
            .Where(cell => cell.Results.Statistics(metric) is not null)];
        string[] axes = [.. runs.Count > 1 ? (string[])[ComparedCell.RunAxis] : [], .. runs.SelectMany(run => run.Results.Axes).Distinct()];
        string[] by = [.. request.By.Count > 0 ? request.By : axes.Where(axis => Varies(cells, axis))];
        if (by.FirstOrDefault(path => cells.All(cell => cell.ValueOf(path) is null)) is { } unknown)
            throw ComparisonErrors.NoSuchAxis(unknown, axes);
        var grouping = new Grouping(by, metric);
        string[] context = [.. axes.Where(axis => !by.Contains(axis) && Varies(cells, axis) && IsCrossed(cells, axis, grouping))];
        ComparisonBlock[] blocks = [.. cells.GroupBy(cell => string.Join('\n', context.Select(cell.ValueOf)))
            .Select(block => grouping.Block(context, [.. block], request.Confidence))];
        string[] groups = [.. blocks.SelectMany(block => block.Groups).Select(group => group.Name).Distinct()];
        return groups.Length > 1 ? new(metric, by, context, request.Confidence, blocks) : throw ComparisonErrors.OneGroup(string.Join(",", by), groups[0]);
    }

    private static MetricDescription MetricOf(IReadOnlyList<(string Name, RunResults Results)> runs, string? name)
    {
        MetricDescription[] metrics = [.. runs.SelectMany(run => run.Results.Metrics).DistinctBy(metric => metric.Name)];
        if (metrics.Length == 0)
            throw ComparisonErrors.NothingMeasured(string.Join(", ", runs.Select(run => $"'{run.Name}'")));
        return metrics.FirstOrDefault(metric => metric.Name == name) ?? throw ComparisonErrors.NoSuchMetric(name ?? "", metrics.Select(metric => metric.Name));
    }

    private static bool Varies(IEnumerable<ComparedCell> cells, string axis) => cells.Select(cell => cell.ValueOf(axis)).Distinct().Skip(1).Any();

    /// <summary>Whether all groups have a value of the axis in common. Otherwise its values are kinds within groups, and are averaged seed by seed.</summary>
    private static bool IsCrossed(ComparedCell[] cells, string axis, Grouping grouping) =>
        cells.GroupBy(grouping.NameOf).Select(group => group.Select(cell => cell.ValueOf(axis))).Aggregate((common, values) => common.Intersect(values)).Any();
}
