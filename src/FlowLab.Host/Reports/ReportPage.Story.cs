using System.Globalization;
using FlowLab.Engine.Evaluation;
using FlowLab.Host.Figures;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

internal static partial class ReportPage
{
    private static void AppendTraining(MarkupText page, ReportPlan plan, IReadOnlyList<Chart> charts)
    {
        if (charts.Count == 0)
            return;
        page.Append($"<section id=\"training\">\n<h2>Training</h2>\n");
        foreach ((int index, Chart chart) in charts.Index())
            AppendChart(page, chart, FormattableString.Invariant($"training{index}-"), $"{chart.Title}. {(TrainingChart.SharesAxes(plan) ? "All panels" : $"The panels of a {RowName(plan)}")} share their axes; the upper tenth of the values is cut off.");
        page.Append($"<p class=\"note\">Training values come from training batches. Where annealing is on, they are no bound while its factor beta is below 1.</p>\n</section>\n");
    }

    private static string RowName(ReportPlan plan) => plan.Rows is null ? "row" : AxisText.Name(plan.Rows);

    private static void AppendEvents(MarkupText page, RunResults results)
    {
        page.Append($"<section id=\"events\">\n<h2>Stopped seeds and events</h2>\n<p>{StoppedText(results)}</p>\n");
        if (results.Events.Count > 0)
        {
            page.Append($"<div class=\"wide\"><table class=\"numbers events\">\n<thead><tr><th scope=\"col\" class=\"text\">time (UTC)</th><th scope=\"col\" class=\"text\">event</th><th scope=\"col\" class=\"text\">cell</th><th scope=\"col\">seed</th><th scope=\"col\">update</th><th scope=\"col\" class=\"text\">message</th></tr></thead>\n<tbody>\n");
            foreach (RunEvent entry in results.Events.OrderBy(entry => entry.Kind is RunEventKind.SeedStopped or RunEventKind.CellFailed ? 0 : 1))
                AppendEvent(page, results, entry);
            page.Append($"</tbody>\n</table></div>\n");
        }
        page.Append($"</section>\n");
    }

    private static string StoppedText(RunResults results)
    {
        int stopped = results.Events.Count(entry => entry.Kind == RunEventKind.SeedStopped);
        return stopped switch
        {
            0 => "No seed was stopped.",
            1 => "1 seed was stopped; it is in none of the means above.",
            _ => $"{NumberText.Count(stopped)} seeds were stopped; they are in none of the means above.",
        };
    }

    private static void AppendEvent(MarkupText page, RunResults results, RunEvent entry)
    {
        string cell = results.Cells.FirstOrDefault(candidate => candidate.Cell.Index == entry.Cell)?.Id ?? "";
        page.Append($"<tr><td class=\"text\">{entry.Utc.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}</td><td class=\"text{(entry.Kind is RunEventKind.SeedStopped or RunEventKind.CellFailed ? " alarm" : "")}\">{KindText(entry.Kind)}</td><td class=\"text\">{cell}</td>");
        page.Append($"<td>{entry.Seed?.ToString(CultureInfo.InvariantCulture)}</td><td>{(entry.Step is { } step ? NumberText.Count(step) : "")}</td><td class=\"message\">{entry.Message}</td></tr>\n");
    }

    private static string KindText(RunEventKind kind) => kind switch
    {
        RunEventKind.SeedStopped => "seed stopped",
        RunEventKind.CellFailed => "cell failed",
        RunEventKind.SeedRolledBack => "seed rolled back",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static void AppendGlossary(MarkupText page, RunResults results)
    {
        if (results.Descriptions.Count == 0)
            return;
        page.Append($"<section id=\"glossary\">\n<h2>What the numbers are</h2>\n<div class=\"wide\"><table class=\"numbers glossary\">\n<thead><tr><th scope=\"col\" class=\"text\">name in files</th><th scope=\"col\" class=\"text\">quantity and how it is measured</th><th scope=\"col\" class=\"text\">unit</th><th scope=\"col\" class=\"text\">claim</th></tr></thead>\n<tbody>\n");
        foreach (MetricDescription metric in results.Descriptions)
            page.Append($"<tr><th scope=\"row\" class=\"text\"><code>{metric.Name}</code></th><td class=\"message\">{metric.Label}</td><td class=\"text\">{(metric.Unit.Length == 0 ? "\u2013" : metric.Unit)}</td><td class=\"text\">{ClaimText(metric.Kind)}</td></tr>\n");
        page.Append($"</tbody>\n</table></div>\n<p class=\"note\">Final numbers are taken without annealing (beta = 1).</p>\n</section>\n");
    }

    private static string ClaimText(MetricKind kind) => kind switch
    {
        MetricKind.Bound => "bound: never better than the truth in expectation",
        MetricKind.Estimate => "estimate: approximates the quantity itself",
        MetricKind.Diagnostic => "diagnostic: tells how far to trust the others",
        MetricKind.Consistency => "consistency: what the audit compares",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of metric"),
    };
}
