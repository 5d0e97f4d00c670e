using FlowLab.Engine.Auditing;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

internal static partial class ReportPage
{
    private const int NamedSeeds = 8;

    private static void AppendAudit(MarkupText page, ReportPlan plan)
    {
        if (plan.Headline is null)
            return;
        page.Append($"<section id=\"audit\">\n<h2>Audit</h2>\n<p class=\"note\">Figures that have to agree are compared for every cell and seed: {string.Join("; ", FigureAudit.Checks.Select(check => $"{check.Number} {check.Title}"))}.</p>\n");
        CellResults[] cells = [.. plan.Results.Cells.Where(cell => cell.Audit.Count > 0)];
        page.Append($"<p class=\"{(Failures(plan.Results) > 0 ? "alarm" : "lead")}\">{AuditText(plan.Results)}</p>\n");
        if (cells.Length > 0)
            AppendFindings(page, cells);
        page.Append($"</section>\n");
    }

    private static void AppendFindings(MarkupText page, CellResults[] cells)
    {
        page.Append($"<div class=\"wide\"><table class=\"numbers findings\">\n<thead><tr><th scope=\"col\" class=\"text\">cell</th><th scope=\"col\" class=\"text\">check</th><th scope=\"col\" class=\"text\">seeds</th><th scope=\"col\" class=\"text\">figures</th><th scope=\"col\" class=\"text\">what was found, at the first of the seeds</th></tr></thead>\n<tbody>\n");
        foreach (CellResults cell in cells)
            foreach (IGrouping<string, AuditFinding> check in cell.Audit.GroupBy(finding => finding.Number))
                AppendFinding(page, cell, [.. check]);
        page.Append($"</tbody>\n</table></div>\n");
    }

    private static void AppendFinding(MarkupText page, CellResults cell, IReadOnlyList<AuditFinding> findings)
    {
        AuditFinding first = findings[0];
        string seeds = string.Join(", ", findings.Take(NamedSeeds).Select(finding => FormattableString.Invariant($"{finding.Seed}"))) + (findings.Count > NamedSeeds ? $" and {NumberText.Count(findings.Count - NamedSeeds)} more" : "");
        string sign = first.Severity == AuditSeverity.Failure ? "\u2717" : "\u2020";
        page.Append($"<tr><th scope=\"row\" class=\"text\">{cell.Id}</th><td class=\"text{(first.Severity == AuditSeverity.Failure ? " alarm" : "")}\">{sign} {first.Number}</td><td class=\"message\">{seeds}</td><td class=\"message\">{string.Join(", ", first.Metrics)}</td><td class=\"message\">{first.Message}</td></tr>\n");
    }

    /// <summary>"All checks hold for all seeds.", or how many cells have figures that contradict each other.</summary>
    private static string AuditText(RunResults results)
    {
        int failed = Failures(results), warned = results.Cells.Count(cell => cell.Audit.Count > 0) - failed;
        string caution = warned == 0 ? "" : $" {NumberText.Count(warned)} {(warned == 1 ? "cell has" : "cells have")} figures with a caution.";
        return failed == 0
            ? warned == 0 ? "All checks hold for all seeds that were measured." : "No figure contradicts another." + caution
            : $"{NumberText.Count(failed)} of {NumberText.Count(results.Cells.Count)} cells {(failed == 1 ? "has" : "have")} figures that contradict each other: they are marked \u2717 and must not be used.{caution}";
    }

    private static int Failures(RunResults results) => results.Cells.Count(cell => cell.Audit.Any(finding => finding.Severity == AuditSeverity.Failure));
}
