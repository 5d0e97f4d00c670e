using System.Text.Json;
using FlowLab.Host.Figures;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

/// <summary>report.html: one page that needs nothing besides itself; its policy forbids scripts and every request.</summary>
internal static partial class ReportPage
{
    private const string ContentPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Format(ReportPlan plan, FigureGrid grid, Chart? summary, IReadOnlyList<Chart> training)
    {
        var page = new MarkupText();
        page.Append($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{ContentPolicy}\">\n");
        page.Append($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{plan.Title}</title>\n<style>\n");
        page.AppendMarkup(ReportStyle.Css).Append($"\n").AppendMarkup(ChartColors.PageStyle).Append($"\n</style>\n</head>\n<body>\n");
        AppendHead(page, plan);
        AppendFigure(page, plan, grid, summary);
        AppendTables(page, plan);
        AppendAudit(page, plan);
        AppendPictures(page, plan);
        AppendTraining(page, plan, training);
        AppendEvents(page, plan.Results);
        AppendGlossary(page, plan.Results);
        AppendRun(page, plan);
        AppendEnvironment(page, plan);
        return page.Append($"</body>\n</html>\n").ToString();
    }

    private static void AppendHead(MarkupText page, ReportPlan plan)
    {
        page.Append($"<header>\n<h1>{plan.Title}</h1>\n<p class=\"lead\">{Extent(plan)}{PresetText(plan)}</p>\n</header>\n");
    }

    /// <summary>Last: digests of plugins fill screens of a phone.</summary>
    private static void AppendEnvironment(MarkupText page, ReportPlan plan)
    {
        if (plan.Results.Environment.Count == 0)
            return;
        page.Append($"<section id=\"environment\">\n<h2>Where it was run</h2>\n<dl class=\"environment\">\n");
        foreach ((string name, string value) in plan.Results.Environment)
            page.Append($"<dt>{name}</dt><dd>{value}</dd>\n");
        page.Append($"</dl>\n</section>\n");
    }

    /// <summary>"4 target x 3 method x 3 K = 36 cells, 8 seeds each".</summary>
    private static string Extent(ReportPlan plan)
    {
        IReadOnlyList<CellResults> cells = plan.Results.Cells;
        int finished = cells.Count(cell => cell.Status == CellStatus.Finished);
        int[] seeds = [.. cells.Select(SeedsOf).Where(count => count > 0).Distinct().Order()];
        string seedText = seeds switch
        {
            [] => "",
            [1] => ", 1 seed each",
            [int count] => $", {NumberText.Count(count)} seeds each",
            _ => $", {NumberText.Count(seeds[0])} to {NumberText.Count(seeds[^1])} seeds each",
        };
        string state = finished < cells.Count ? $"; {NumberText.Count(finished)} of {NumberText.Count(cells.Count)} finished" : IsAllStopped(plan.Results) ? "" : "; all finished";
        return $"{NumberText.Count(cells.Count)} {(cells.Count == 1 ? "cell" : "cells")}{seedText}{state}.{FailedExtent(plan.Results)}{StoppedExtent(plan.Results)}{(Failures(plan.Results) > 0 ? " " + AuditText(plan.Results) : "")}";
    }

    private static string FailedExtent(RunResults results)
    {
        int failed = results.Cells.Count(cell => cell.Status == CellStatus.Failed);
        return failed == 0 ? "" : $" {NumberText.Count(failed)} {(failed == 1 ? "cell" : "cells")} failed, see the events.";
    }

    /// <summary>Whether no seed came to the end of its training: then nothing has finished in a reader's sense.</summary>
    private static bool IsAllStopped(RunResults results) => StoppedSeeds(results) is > 0 and int stopped && stopped >= results.Cells.Sum(SeedsOf);

    private static int StoppedSeeds(RunResults results) => results.Events.Count(entry => entry.Kind == RunEventKind.SeedStopped);

    /// <summary>" 2 of 2 seeds were stopped." where some were, counted over all cells.</summary>
    private static string StoppedExtent(RunResults results)
    {
        int stopped = StoppedSeeds(results), all = results.Cells.Sum(SeedsOf);
        return stopped == 0 ? "" : $" {NumberText.Count(stopped)} of {NumberText.Count(Math.Max(all, stopped))} seeds {(stopped == 1 ? "was" : "were")} stopped.";
    }

    private static string PresetText(ReportPlan plan) => plan.Layout.Preset.Length == 0 ? "" : $" Preset: {plan.Layout.Preset}.";

    private static int SeedsOf(CellResults cell) => Math.Max(
        cell.Metrics.Select(metric => metric.Seed).Distinct().Count(),
        Math.Max(cell.Curve.Select(point => point.Seed).Distinct().Count(), cell.Densities.Count(density => density.Name == RunDensity.Model)));

    private static void AppendRun(MarkupText page, ReportPlan plan)
    {
        page.Append($"<section id=\"run\">\n<h2>What was run</h2>\n");
        if (plan.Results.Axes.Count > 0)
        {
            page.Append($"<table class=\"numbers\"><thead><tr><th scope=\"col\" class=\"text\">Axis</th><th scope=\"col\" class=\"text\">Values</th></tr></thead><tbody>\n");
            foreach (string axis in plan.Results.Axes)
                page.Append($"<tr><th scope=\"row\" class=\"text\">{axis}</th><td class=\"message\">{string.Join("; ", plan.Results.Values(axis))}</td></tr>\n");
            page.Append($"</tbody></table>\n");
        }
        if (plan.Results.Cells.Count > 0)
            page.Append($"<details><summary>Settings of the first cell, {plan.Results.Cells[0].Id}</summary>\n<pre>{Pretty(plan.Results.Cells[0].Cell.SettingsJson)}</pre></details>\n");
        page.Append($"</section>\n");
    }

    private static string Pretty(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return JsonSerializer.Serialize(document, Indented);
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
