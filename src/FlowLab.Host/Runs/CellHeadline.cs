using FlowLab.Engine.Auditing;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;

namespace FlowLab.Host.Runs;

/// <summary>The result of a cell in one line, for the terminal.</summary>
internal static class CellHeadline
{
    private const int NamedSeeds = 5;

    /// <summary>The main figure with its error and the number of seeds it is of; a figure that fails the audit says so.</summary>
    public static string Of(AuditedFigures figures)
    {
        if (figures.Metrics.Count == 0)
            return "drawn";
        MetricDescription metric = (figures.Metrics.FirstOrDefault(entry => entry.Metric.Name is "kl" or "kl_bound" or "test_nll") ?? figures.Metrics[0]).Metric;
        SeedStatistics statistics = SeedStatistics.Of(metric, [.. figures.Metrics.Where(entry => entry.Metric.Name == metric.Name)]);
        string[] failed = [.. figures.Findings.Where(finding => finding.Severity == AuditSeverity.Failure && finding.Metrics.Contains(metric.Name)).Select(finding => finding.Number).Distinct()];
        string text = statistics.Available == 0 ? $"{metric.Name} {statistics.Missing}" : $"{metric.Name} {Number(metric, statistics)}{Left(statistics)}";
        return failed.Length == 0 ? text : $"{text}; FAILS the audit: {string.Join(", ", failed)}";
    }

    /// <summary>One check's findings about a cell in one line: the seeds, and what it says about the first of them.</summary>
    public static string Describe(string cell, IReadOnlyList<AuditFinding> findings)
    {
        string seeds = string.Join(", ", findings.Take(NamedSeeds).Select(finding => FormattableString.Invariant($"{finding.Seed}")));
        string more = findings.Count > NamedSeeds ? FormattableString.Invariant($" and {findings.Count - NamedSeeds} more") : "";
        return $"{cell}: {findings[0].Number}, {(findings.Count == 1 ? "seed" : "seeds")} {seeds}{more}: {findings[0].Message}";
    }

    private static string Number(MetricDescription metric, SeedStatistics statistics)
    {
        string figure = $"{NumberText.Of(statistics.Mean, statistics.StandardError)}{(metric.Unit.Length == 0 ? "" : " " + metric.Unit)}";
        return statistics.Available > 1 ? FormattableString.Invariant($"{figure} (mean ± standard error over {statistics.Available} seeds)") : $"{figure} (1 seed)";
    }

    private static string Left(SeedStatistics statistics)
    {
        string stopped = statistics.Stopped == 0 ? "" : FormattableString.Invariant($"; {statistics.Stopped} of {statistics.Seeds} seeds stopped");
        return statistics.NotAvailable == 0 ? stopped : FormattableString.Invariant($"{stopped}; not available for {statistics.NotAvailable} of {statistics.Seeds}: {statistics.Reason}");
    }
}
