using FlowLab.Engine.Evaluation;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

internal static partial class ReportPage
{
    private static void AppendTables(MarkupText page, ReportPlan plan)
    {
        if (plan.Headline is not { } headline)
            return;
        page.Append($"<section id=\"numbers\">\n<h2>Numbers</h2>\n<p class=\"note\">Mean \u00B1 standard error over seeds (standard deviation over \u221An); seeds without a number are counted, not averaged. Bold: the best mean of its row in the figure. \u2717 marks figures that contradict others and must not be used, \u2020 those with a caution; <a href=\"#audit\">the audit</a> says why. Every number is in summary.csv, every seed in run.sqlite.</p>\n");
        foreach (MetricDescription metric in plan.Results.Metrics.Where(metric => metric.Kind != MetricKind.Consistency).OrderBy(metric => metric.Name == headline.Name ? 0 : 1))
            AppendTable(page, plan, metric);
        if (plan.Comparison is { Metric: null } comparison)
            AppendReference(page, comparison);
        page.Append($"</section>\n");
    }

    private static void AppendTable(MarkupText page, ReportPlan plan, MetricDescription metric)
    {
        page.Append($"<h3>{metric.Label}</h3>\n<div class=\"wide\"><table class=\"numbers metric\">\n<caption>{KindText(metric)}{UnitText(metric)}{DirectionText(metric)}</caption>\n<thead><tr>");
        foreach (string axis in AxesOf(plan))
            page.Append($"<th scope=\"col\" class=\"{(IsText(plan, axis) ? "text" : "number")}\">{AxisText.Name(axis)}</th>");
        ReferenceComparison? comparison = ComparisonOf(plan, metric);
        string[] ours = comparison is null ? ["mean \u00B1 standard error"] : ["mean \u00B1 standard error [best, worst]", comparison.Reference.Title];
        foreach (string heading in (string[])[.. ours, "median", "best (seed)", "worst (seed)", "seeds", "stopped", "not available"])
            page.Append($"<th scope=\"col\">{heading}</th>");
        page.Append($"</tr></thead>\n<tbody>\n");
        foreach (string row in plan.RowValues)
            AppendRows(page, plan, metric, row);
        page.Append($"</tbody>\n</table></div>\n");
        if (comparison is not null)
            AppendReference(page, comparison);
    }

    private static ReferenceComparison? ComparisonOf(ReportPlan plan, MetricDescription metric) =>
        plan.Comparison?.Metric?.Name == metric.Name ? plan.Comparison : null;

    private static void AppendRows(MarkupText page, ReportPlan plan, MetricDescription metric, string row)
    {
        (CellResults Cell, SeedStatistics Statistics)[] cells = [.. plan.CellsOf(row)
            .Select(cell => (Cell: cell, Statistics: cell.Statistics(metric))).Where(pair => pair.Statistics is not null)
            .Select(pair => (pair.Cell, pair.Statistics!))];
        double? best = cells.Length < 2 ? null : BestMean(metric, cells.Where(pair => !pair.Cell.Fails(metric)).Select(pair => pair.Statistics.Mean));
        for (int index = 0; index < cells.Length; index++)
            AppendCell(page, plan, metric, cells[index].Cell, cells[index].Statistics, index == 0, best);
    }

    private static double? BestMean(MetricDescription metric, IEnumerable<double> means)
    {
        double[] finite = [.. means.Where(double.IsFinite)];
        return finite.Length == 0 ? null : metric.LowerIsBetter switch { true => finite.Min(), false => finite.Max(), null => null };
    }

    private static void AppendCell(
        MarkupText page, ReportPlan plan, MetricDescription metric, CellResults cell, SeedStatistics statistics, bool isFirst, double? best)
    {
        ReferenceComparison? comparison = ComparisonOf(plan, metric);
        page.Append($"<tr class=\"{(isFirst ? "first" : "next")}\">");
        foreach (string axis in AxesOf(plan))
            page.Append($"<th scope=\"row\" class=\"{(IsText(plan, axis) ? "text" : "number")}\">{(cell.Label(axis) is { Length: > 0 } label ? label : "\u2013")}</th>");
        page.Append($"<td class=\"{MeanClass(metric, cell, statistics, best)}\">{MeanText(statistics)}{(comparison is null ? "" : Extremes(statistics))}{Mark(cell, metric)}</td>");
        if (comparison is not null)
            page.Append($"<td class=\"reference\">{ReferenceText(comparison.ValueFor(cell))}</td>");
        page.Append($"<td>{NumberText.Of(statistics.Median)}</td><td>{Extreme(statistics.Best)}</td><td>{Extreme(statistics.Worst)}</td>");
        page.Append($"<td>{statistics.Seeds}</td><td class=\"{(statistics.Stopped > 0 ? "alarm" : "none")}\">{statistics.Stopped}</td><td>{statistics.NotAvailable}</td></tr>\n");
    }

    private static string MeanClass(MetricDescription metric, CellResults cell, SeedStatistics statistics, double? best) =>
        cell.Fails(metric) ? "failed" : statistics.Available == 0 ? "missing" : statistics.Mean == best ? "best" : "mean";

    private static string MeanText(SeedStatistics statistics) =>
        statistics.Available == 0 ? statistics.Missing : NumberText.Of(statistics.Mean, statistics.StandardError);

    /// <summary>A cross or a dagger with the numbers of the checks; nothing where the audit has nothing to say.</summary>
    private static string Mark(CellResults cell, MetricDescription metric)
    {
        string numbers = string.Join(", ", cell.FindingsOf(metric).Select(finding => finding.Number).Distinct());
        return numbers.Length == 0 ? "" : $" {(cell.Fails(metric) ? '\u2717' : '\u2020')} {numbers}";
    }

    private static IEnumerable<string> AxesOf(ReportPlan plan) => plan.Rows is null ? plan.Columns : plan.Columns.Prepend(plan.Rows);

    private static bool IsText(ReportPlan plan, string axis) => !plan.Results.Values(axis).All(value => AxisText.Number(value) is not null);

    private static string Extremes(SeedStatistics statistics) =>
        statistics is { Best: { } best, Worst: { } worst } ? $" [{NumberText.Of(best.Value)}, {NumberText.Of(worst.Value)}]" : "";

    private static string Extreme(SeedMetric? metric) =>
        metric is null ? "\u2013" : FormattableString.Invariant($"{NumberText.Of(metric.Value)} ({metric.Seed})");

    private static string KindText(MetricDescription metric) => metric.Kind switch
    {
        MetricKind.Bound => "Bound in expectation",
        MetricKind.Estimate => "Estimate",
        MetricKind.Diagnostic => "Diagnostic of the measurement",
        MetricKind.Consistency => "Compared by the audit",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric.Kind, "unknown kind of metric"),
    };

    private static string UnitText(MetricDescription metric) => metric.Unit.Length == 0 ? ", no unit" : $", in {metric.Unit}";

    private static string DirectionText(MetricDescription metric) =>
        metric.LowerIsBetter switch { true => "; lower is better.", false => "; higher is better.", null => "." };
}
