using FlowLab.Host.Figures;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

internal static partial class ReportPage
{
    private const int PageDotsPerInch = 96;

    private static void AppendPictures(MarkupText page, ReportPlan plan)
    {
        CellResults[] cells = [.. plan.Results.Cells.Where(cell => cell.Latents.Count > 0 || ImagePanel.Of(cell).Count > 0)];
        if (cells.Length == 0)
            return;
        string seed = plan.Headline is null ? "" : $" They are of the seed at the median {SummaryChart.ShortLabel(plan.Headline.Label, "")} when the cell was measured.";
        page.Append($"<section id=\"pictures\">\n<h2>Pictures</h2>\n<p class=\"note\">Every pixel of a small picture is drawn as a square.{seed}</p>\n");
        foreach (CellResults cell in cells)
            AppendPictures(page, plan, cell);
        page.Append($"</section>\n");
    }

    private static void AppendPictures(MarkupText page, ReportPlan plan, CellResults cell)
    {
        string place = plan.Results.Axes.Count == 0 ? cell.Id : string.Join(", ", plan.Results.Axes.Select(axis => AxisText.Value(axis, cell.Label(axis))));
        page.Append($"<h3>{place}</h3>\n<div class=\"pictures\">\n");
        foreach (ImagePanel panel in ImagePanel.Of(cell))
            AppendImage(page, place, panel);
        foreach (RunLatents latents in cell.Latents)
            AppendLatents(page, cell, latents);
        page.Append($"</div>\n");
    }

    private static void AppendLatents(MarkupText page, CellResults cell, RunLatents latents)
    {
        Drawing drawing = ScatterDrawing.Of(latents.Points);
        string prefix = FormattableString.Invariant($"latents{cell.Cell.Index}-{latents.Seed}-");
        page.Append($"<figure class=\"chart\" style=\"width:{(int)drawing.Width}px\">").AppendMarkup(SvgFile.Inline(drawing, latents.Points.Label, prefix)).Append($"<figcaption>Seed {latents.Seed}: {latents.Points.Label}.</figcaption></figure>\n");
    }

    private static void AppendImage(MarkupText page, string place, ImagePanel panel)
    {
        string data = Convert.ToBase64String(FigureFormats.Png(panel.Drawing, PageDotsPerInch));
        page.Append($"<figure style=\"width:{(int)panel.Drawing.Width}px\"><img src=\"data:image/png;base64,{data}\" width=\"{(int)panel.Drawing.Width}\" height=\"{(int)panel.Drawing.Height}\" alt=\"{panel.Kind} of {place}, seed {panel.Seed}\"><figcaption>Seed {panel.Seed}: {panel.Caption}</figcaption></figure>\n");
    }
}
