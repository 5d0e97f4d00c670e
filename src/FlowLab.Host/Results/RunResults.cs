using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Results;

/// <summary>Everything a run folder's database holds, as the reports need it.</summary>
/// <param name="Environment">Machine, versions and command line, in the order in which they are shown.</param>
/// <param name="Axes">Names of the sweep's axes, in the manifest's order.</param>
/// <param name="Descriptions">Every metric that was described, in the order in which it was.</param>
/// <param name="Cells">The cells in the plan's order.</param>
/// <param name="Events">What happened, in the order in which it did.</param>
public sealed record RunResults(
    IReadOnlyList<KeyValuePair<string, string>> Environment,
    IReadOnlyList<string> Axes,
    IReadOnlyList<MetricDescription> Descriptions,
    IReadOnlyList<CellResults> Cells,
    IReadOnlyList<RunEvent> Events)
{
    /// <summary>The metrics for which at least one cell has final numbers.</summary>
    public IReadOnlyList<MetricDescription> Metrics =>
        [.. Descriptions.Where(metric => Cells.Any(cell => cell.Metrics.Any(value => value.Metric.Name == metric.Name)))];

    /// <summary>The values of an axis in the order in which the cells bring them up.</summary>
    public IReadOnlyList<string> Values(string axis) => [.. Cells.Select(cell => cell.Label(axis)).Distinct()];
}
