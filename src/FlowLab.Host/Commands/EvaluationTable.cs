using System.Text.Json.Nodes;
using FlowLab.Engine.Auditing;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary>What the seeds of a cell say, for the terminal: every number with its full label.</summary>
internal static class EvaluationTable
{
    public static void Write(TextWriter output, CellEvaluation cell)
    {
        output.WriteLine($"{cell.Results.Id}, {cell.Progress}; mean ± standard error over seeds [best, worst]");
        foreach ((MetricDescription metric, SeedStatistics statistics) in cell.Statistics)
            output.WriteLine($"  {metric.Label}: {Numbers(metric, statistics)}{Marks(cell.Results, metric)}");
        foreach (IGrouping<string, AuditFinding> check in cell.Results.Audit.GroupBy(finding => finding.Number))
            output.WriteLine($"  {CellHeadline.Describe(cell.Results.Id, [.. check])}");
        output.Flush();
    }

    /// <summary>The same for programs: a line per metric.</summary>
    public static IEnumerable<JsonObject> Rows(CellEvaluation cell) => cell.Statistics.Select(row => new JsonObject
    {
        ["cell"] = cell.Results.Id, ["metric"] = row.Metric.Name, ["label"] = row.Metric.Label, ["unit"] = row.Metric.Unit, ["mean"] = JsonRows.Number(row.Statistics.Mean),
        ["standard_error"] = JsonRows.Number(row.Statistics.StandardError), ["seeds"] = row.Statistics.Available, ["stopped"] = row.Statistics.Stopped,
        ["missing"] = row.Statistics.Available == 0 ? row.Statistics.Missing : "", ["fails_audit"] = cell.Results.Fails(row.Metric),
    });

    private static string Marks(CellResults cell, MetricDescription metric)
    {
        string numbers = string.Join(", ", cell.FindingsOf(metric).Select(finding => finding.Number).Distinct());
        return numbers.Length == 0 ? "" : $"  <- {(cell.Fails(metric) ? "FAILS the audit" : "see")} {numbers}";
    }

    private static string Numbers(MetricDescription metric, SeedStatistics statistics)
    {
        if (statistics.Available == 0)
            return statistics.Missing;
        string unit = metric.Unit.Length == 0 ? "" : $" {metric.Unit}";
        string extremes = statistics is { Best: { } best, Worst: { } worst } ? $" [{NumberText.Of(best.Value)}, {NumberText.Of(worst.Value)}]" : "";
        string stopped = statistics.Stopped == 0 ? "" : FormattableString.Invariant($", {statistics.Stopped} of them stopped");
        string missing = statistics.NotAvailable == 0 ? "" : FormattableString.Invariant($", not available for {statistics.NotAvailable} of them: {statistics.Reason}");
        return FormattableString.Invariant($"{NumberText.Of(statistics.Mean, statistics.StandardError)}{unit}{extremes}, {statistics.Seeds} {(statistics.Seeds == 1 ? "seed" : "seeds")}{stopped}{missing}");
    }
}
