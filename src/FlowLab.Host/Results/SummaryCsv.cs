using System.Text;
using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Results;

/// <summary>
/// summary.csv: one record per cell and metric. Numbers round-trip and are culture-invariant; one that is not available is NaN, and "reason" says why. Best and worst
/// are empty where neither direction is better. "seeds" counts all seeds of the cell; "stopped_seeds" and "not_available" those of them that are in none of the
/// statistics, because training stopped them or for the "reason"; "failed_seeds" those whose figure contradicts others, and "audit" the numbers of the checks that say so or warn.
/// </summary>
public static class SummaryCsv
{
    /// <summary>The columns of a metric and its statistics.</summary>
    internal static readonly string[] Statistics =
        ["metric", "label", "unit", "kind", "mean", "standard_error", "median", "best", "worst", "seeds", "stopped_seeds", "not_available", "reason", "failed_seeds", "audit"];

    public static string Format(RunResults results)
    {
        var text = new StringBuilder();
        Csv.AppendRecord(text, ["cell", .. results.Axes, .. Statistics]);
        IReadOnlyList<MetricDescription> metrics = results.Metrics;
        foreach (CellResults cell in results.Cells)
            foreach (MetricDescription metric in metrics)
                if (cell.Statistics(metric) is { } statistics)
                    Csv.AppendRecord(text, [cell.Id, .. results.Axes.Select(cell.Label), .. Fields(metric, statistics, cell)]);
        return text.ToString();
    }

    public static void Write(RunFolder folder, RunResults results) => AtomicFile.Write(folder.Summary, Format(results));

    /// <summary>The fields of <see cref="Statistics"/>.</summary>
    internal static IEnumerable<string> Fields(MetricDescription metric, SeedStatistics statistics, CellResults cell) =>
        [.. Describe(metric), .. Numbers(statistics), string.Join(' ', cell.FindingsOf(metric).Select(finding => finding.Number).Distinct())];

    private static string[] Describe(MetricDescription metric) =>
        [metric.Name, metric.Label, metric.Unit, metric.Kind.ToString().ToLowerInvariant()];

    private static string[] Numbers(SeedStatistics statistics) =>
    [
        Csv.Number(statistics.Mean), Csv.Number(statistics.StandardError), Csv.Number(statistics.Median),
        Csv.Number(statistics.Best?.Value), Csv.Number(statistics.Worst?.Value),
        Csv.Number(statistics.Seeds), Csv.Number(statistics.Stopped), Csv.Number(statistics.NotAvailable), Reason(statistics), Csv.Number(statistics.Failed),
    ];

    /// <summary>What is missing of the numbers, and why.</summary>
    private static string Reason(SeedStatistics statistics) => statistics switch
    {
        { Available: 0 } => statistics.Missing,
        { NotAvailable: > 0 } => FormattableString.Invariant($"not available for {statistics.NotAvailable} of {statistics.Seeds} seeds: {statistics.Reason}"),
        { Available: 1 } => "standard error not available: one seed has none",
        _ => "",
    };
}
