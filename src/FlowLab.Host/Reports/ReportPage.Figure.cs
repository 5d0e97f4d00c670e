using FlowLab.Engine.Evaluation;
using FlowLab.Host.Figures;
using SkiaSharp;

namespace FlowLab.Host.Reports;

internal static partial class ReportPage
{
    private const int EmbeddedResolution = 256;
    private const int MinimumPanelWidth = 84;
    private const int MaximumPanelWidth = 260;
    private const int LabelCharacterWidth = 9;
    private const int LegendWidth = 1240;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    private static void AppendFigure(MarkupText page, ReportPlan plan, FigureGrid grid, Chart? summary)
    {
        if (!grid.HasPictures && summary is null)
            return;
        int letter = 0;
        page.Append($"<section id=\"figure\">\n<h2>Figure</h2>\n");
        if (grid.HasPictures)
            letter = AppendGrid(page, plan, grid);
        if (summary is not null)
            AppendChart(page, summary, "summary", $"{SummaryLabels(plan, letter)}: mean over seeds, bars of one standard error over seeds{SingleSeedNote(plan)}{LogNote(summary)}{FailedNote(summary)}.");
        page.Append($"</section>\n");
    }

    /// <summary>The full labels of what is drawn, a letter each: those of the panels where there are several, else the next one after the headings.</summary>
    private static string SummaryLabels(ReportPlan plan, int letter)
    {
        IReadOnlyList<MetricDescription> metrics = SummaryChart.Metrics(plan);
        IEnumerable<string> lettered = metrics.Select((metric, index) => $"{SummaryChart.Letter(metrics.Count > 1 ? index : letter)} {metric.Label}");
        string missing = string.Join(", ", plan.Layout.CurveMetrics.Except(plan.Results.Metrics.Select(metric => metric.Name)));
        return string.Join("; ", lettered) + (missing.Length == 0 ? "" : $" (no cell has {missing})");
    }

    private static string SingleSeedNote(ReportPlan plan) =>
        plan.Results.Cells.Any(cell => SummaryChart.Metrics(plan).Any(metric => cell.Statistics(metric) is { } statistics && statistics.Available == 1))
            ? "; none where there is a single seed"
            : "";

    private static string LogNote(Chart chart) => chart.Panels.Any(panel => panel.Y.IsLogarithmic) ? "; logarithmic where values spread over more than a decade" : "";

    private static string FailedNote(Chart chart) =>
        chart.Panels.Any(panel => panel.Series.Any(series => series.Points.Any(point => point.IsFailed))) ? "; \u2717 marks figures that contradict others and must not be used" : "";

    /// <summary>Returns the number of letters used for headings.</summary>
    private static int AppendGrid(MarkupText page, ReportPlan plan, FigureGrid grid)
    {
        page.Append($"<p class=\"note\" id=\"densities\">{GridCaption(plan, grid)}</p>\n<div class=\"wide\"><table class=\"figure\" aria-describedby=\"densities\" style=\"min-width:{LabelWidth(grid) + MinimumPanelWidth * (grid.Columns.Count + 1)}px;max-width:{LabelWidth(grid) + MaximumPanelWidth * (grid.Columns.Count + 1)}px\">\n<thead>\n");
        int letters = AppendGridHead(page, grid);
        page.Append($"</thead>\n<tbody>\n");
        foreach (FigureRow row in grid.Rows)
            AppendGridRow(page, plan, grid, row);
        page.Append($"</tbody>\n</table></div>\n");
        return letters;
    }

    private static string GridCaption(ReportPlan plan, FigureGrid grid)
    {
        string scale = grid.HasTargets
            ? "Colors run from 0 to the 99.8 % quantile of the target\u2019s density, the same for a whole row."
            : "Colors run from 0 to the 99.8 % quantile of each picture.";
        string seed = plan.Headline is null ? "" : $" Each model picture is the seed at the median {SummaryChart.ShortLabel(plan.Headline.Label, "")}, or the nearest that was drawn; seed and value stand below.";
        string bounds = plan.Results.Cells.Any(cell => cell.HasBoundOnly) ? " Of flows with auxiliary variables, whose density is not known, pictures are histograms of draws; free energy and importance weights are those of q(z, omega) and p(z) r(omega|z)." : "";
        return $"Densities, z1 to the right, z2 up. {scale}{seed}{bounds}";
    }

    private static int AppendGridHead(MarkupText page, FigureGrid grid)
    {
        int levels = Math.Max(grid.ColumnAxes.Count, 1), letter = 0;
        for (int axis = 0; axis < levels; axis++)
        {
            page.Append($"<tr>");
            if (axis == 0)
                letter = AppendCorner(page, grid, levels);
            foreach ((string text, int span, bool starts) in HeadingsOf(grid, axis))
            {
                AppendGap(page, grid, starts);
                string whole = text.Replace(" = ", "\u00A0=\u00A0", StringComparison.Ordinal);
                string lettered = axis == 0 ? $"({Letters[letter++ % Letters.Length]}) {whole}" : whole;
                page.Append($"<th scope=\"{(span > 1 ? "colgroup" : "col")}\" colspan=\"{span}\" class=\"{(axis < levels - 1 ? "group" : "column")}\">{lettered}</th>");
            }
            page.Append($"</tr>\n");
        }
        return letter;
    }

    private static IEnumerable<(string Text, int Span, bool Starts)> HeadingsOf(FigureGrid grid, int axis)
    {
        if (grid.ColumnAxes.Count == 0)
            return [("model", 1, true)];
        int column = 0;
        return grid.Headings(axis).Select(heading => (heading.Text, heading.Span, grid.StartsGroup((column += heading.Span) - heading.Span)));
    }

    /// <summary>Wide enough for the longest label, within limits.</summary>
    private static int LabelWidth(FigureGrid grid) => Math.Clamp(grid.Rows.Max(row => row.Label.Length) * LabelCharacterWidth + 16, 40, 140);

    /// <summary>Sets the groups of columns apart.</summary>
    private static void AppendGap(MarkupText page, FigureGrid grid, bool startsGroup)
    {
        if (startsGroup && (grid.HasTargets || grid.ColumnAxes.Count > 1))
            page.Append($"<td class=\"gap\" aria-hidden=\"true\"></td>");
    }

    private static int AppendCorner(MarkupText page, FigureGrid grid, int levels)
    {
        page.Append($"<th class=\"row\" style=\"width:{LabelWidth(grid)}px\" rowspan=\"{levels}\"><span hidden>row</span></th>");
        if (grid.HasTargets)
            page.Append($"<th scope=\"col\" rowspan=\"{levels}\" class=\"target\">(a) target</th>");
        return grid.HasTargets ? 1 : 0;
    }

    private static void AppendGridRow(MarkupText page, ReportPlan plan, FigureGrid grid, FigureRow row)
    {
        page.Append($"<tr><th scope=\"row\" class=\"row\">{row.Label}</th>");
        if (grid.HasTargets)
            AppendPanel(page, row.Target, $"Target density of {row.Label}", "target");
        for (int column = 0; column < row.Panels.Count; column++)
            AppendModel(page, plan, grid, row, column);
        page.Append($"</tr>\n");
    }

    private static void AppendModel(MarkupText page, ReportPlan plan, FigureGrid grid, FigureRow row, int column)
    {
        FigurePanel? panel = row.Panels[column];
        string place = string.Join(", ", (string[])[row.Label, .. grid.ColumnAxes.Zip(grid.Columns[column], AxisText.Value)]);
        AppendGap(page, grid, grid.StartsGroup(column));
        AppendPanel(page, panel, $"{(panel?.Cell.HasBoundOnly == true ? "Histogram of draws" : "Model density")} of {place}{Below(plan, panel, ": ")}", Below(plan, panel, ""));
    }

    private static string Below(ReportPlan plan, FigurePanel? panel, string before)
    {
        if (panel?.Density?.Seed is not { } seed)
            return "";
        string value = panel.Pictured is { } pictured ? $", {Symbol(plan)} {NumberText.Of(pictured.Value)}" : "";
        return FormattableString.Invariant($"{before}seed {seed}{value}");
    }

    /// <summary>"KL" for a label such as "KL(q || p), 512 x 512 grid".</summary>
    private static string Symbol(ReportPlan plan) =>
        plan.Headline!.Name == "kl_bound" ? "KL at most" : plan.Headline.Name.StartsWith("kl", StringComparison.Ordinal) ? "KL" : SummaryChart.ShortLabel(plan.Headline.Label, "");

    private static void AppendPanel(MarkupText page, FigurePanel? panel, string alternative, string caption)
    {
        page.Append($"<td>");
        if (panel?.Density is { } density)
        {
            using SKBitmap picture = DensityPicture.Render(DensityPicture.Reduce(density.Image, EmbeddedResolution), panel.Scale);
            string data = Convert.ToBase64String(FigureFormats.Png(picture));
            page.Append($"<figure><img src=\"data:image/png;base64,{data}\" width=\"{picture.Width}\" height=\"{picture.Height}\" alt=\"{alternative}\"><figcaption>{caption}</figcaption></figure>");
        }
        page.Append($"</td>");
    }

    /// <summary>Legend and panels one by one, so that a narrow page has fewer of them beside each other.</summary>
    private static void AppendChart(MarkupText page, Chart chart, string name, string caption)
    {
        int panels = 0;
        page.Append($"<figure class=\"chart\"><div class=\"wide\">").AppendMarkup(SvgFile.Inline(ChartDrawing.Legend(chart, LegendWidth), $"Legend: {string.Join(", ", chart.Legend.Select(series => series.Name))}", name)).Append($"</div>\n");
        page.Append($"<div class=\"panels\" style=\"max-width:{(int)(chart.PanelsPerLine * ChartDrawing.PanelWidth(chart))}px\">");
        foreach ((Drawing drawing, ChartPanel panel) in ChartDrawing.Panels(chart).Zip(chart.Panels))
            page.Append($"\n").AppendMarkup(SvgFile.Inline(drawing, panel.Title.Length == 0 ? chart.Title : $"{chart.Title}: {panel.Title}", FormattableString.Invariant($"{name}{panels++}-")));
        page.Append($"</div><figcaption>{caption}</figcaption></figure>\n");
    }
}
