using System.Globalization;
using System.Text;

namespace FlowLab.Host.Reports;

/// <summary>Draws a <see cref="Chart"/> as SVG.</summary>
internal static class SvgChart
{
    private const int PanelWidth = 290;
    private const int PanelHeight = 216;
    private const int Left = 58;
    private const int Right = 10;
    private const int Top = 24;
    private const int Bottom = 40;
    private const int LegendHeight = 26;
    private const int LegendMark = 26;
    private const double CharacterWidth = 6.4;
    private const double PlotWidth = PanelWidth - Left - Right;
    private const double PlotHeight = PanelHeight - Top - Bottom;
    private const double Dodge = 4;
    private const double Cap = 3;

    /// <summary>The element for a page that carries <see cref="ChartStyle.ForPage"/>.</summary>
    public static MarkupText Inline(Chart chart) => Draw(chart, "", "");

    /// <summary>A file that stands alone.</summary>
    public static string Standalone(Chart chart) =>
        Draw(chart, " xmlns=\"http://www.w3.org/2000/svg\"", "<style>" + ChartStyle.ForFile + "</style>").Append($"\n").ToString();

    private static MarkupText Draw(Chart chart, string attributes, string style)
    {
        int perLine = Math.Clamp(chart.Panels.Count, 1, chart.PanelsPerLine);
        int width = perLine * PanelWidth, lines = (chart.Panels.Count + perLine - 1) / perLine;
        var svg = new MarkupText().AppendMarkup("<svg class=\"chart\" role=\"img\"" + attributes);
        svg.Append($" viewBox=\"0 0 {width} {LegendHeight + lines * PanelHeight}\" width=\"{width}\" height=\"{LegendHeight + lines * PanelHeight}\" aria-label=\"{chart.Title}\">");
        svg.AppendMarkup(style);
        DrawLegend(svg, chart);
        for (int index = 0; index < chart.Panels.Count; index++)
            DrawPanel(svg, chart, chart.Panels[index], index % perLine * PanelWidth, LegendHeight + index / perLine * PanelHeight);
        return svg.Append($"</svg>");
    }

    private static void DrawLegend(MarkupText svg, Chart chart)
    {
        double x = Left;
        foreach (ChartSeries series in chart.Legend)
        {
            svg.Append($"<g class=\"{Class(chart, series)}\"><path class=\"line\" d=\"M{x} 12h20\"/>");
            if (chart.HasMarkers)
                svg.Append($"<path class=\"mark\" d=\"{Marker(series.Style, x + 10, 12)}\"/>");
            svg.Append($"<text x=\"{x + LegendMark}\" y=\"16\">{series.Name}</text></g>");
            x += LegendMark + series.Name.Length * CharacterWidth + 18;
        }
    }

    private static void DrawPanel(MarkupText svg, Chart chart, ChartPanel panel, int left, int top)
    {
        svg.Append($"\n<g class=\"panel\" transform=\"translate({left + Left} {top + Top})\">");
        svg.Append($"<text class=\"title\" x=\"0\" y=\"-8\">{panel.Title}</text>");
        DrawXAxis(svg, panel.X, chart.XLabel);
        DrawYAxis(svg, panel.Y, chart.YLabel);
        svg.Append($"<svg x=\"0\" y=\"0\" width=\"{PlotWidth}\" height=\"{PlotHeight}\" overflow=\"hidden\">");
        for (int index = 0; index < panel.Series.Count; index++)
            DrawSeries(svg, chart, panel, panel.Series[index], chart.HasMarkers ? (index - (panel.Series.Count - 1) / 2.0) * Dodge : 0);
        svg.Append($"</svg><rect class=\"frame\" width=\"{PlotWidth}\" height=\"{PlotHeight}\"/></g>");
    }

    private static void DrawXAxis(MarkupText svg, ChartScale scale, string label)
    {
        foreach (double tick in scale.Ticks)
        {
            double x = X(scale, tick);
            svg.Append($"<path class=\"grid\" d=\"M{x} 0v{PlotHeight}\"/><text class=\"tick\" text-anchor=\"middle\" x=\"{x}\" y=\"{PlotHeight + 14}\">{ChartScale.Label(tick)}</text>");
        }
        svg.Append($"<text text-anchor=\"middle\" x=\"{PlotWidth / 2}\" y=\"{PlotHeight + 30}\">{label}</text>");
    }

    private static void DrawYAxis(MarkupText svg, ChartScale scale, string label)
    {
        foreach (double tick in scale.Ticks)
        {
            double y = Y(scale, tick);
            svg.Append($"<path class=\"grid\" d=\"M0 {y}h{PlotWidth}\"/><text class=\"tick\" text-anchor=\"end\" x=\"-5\" y=\"{y + 3.5}\">{ChartScale.Label(tick)}</text>");
        }
        svg.Append($"<text text-anchor=\"middle\" transform=\"translate({14 - Left} {PlotHeight / 2}) rotate(-90)\">{label}</text>");
    }

    private static void DrawSeries(MarkupText svg, Chart chart, ChartPanel panel, ChartSeries series, double shift)
    {
        svg.Append($"<g class=\"{Class(chart, series)}\">");
        if (!chart.HasMarkers)
            svg.Append($"<path class=\"band\" d=\"{Band(panel, series)}\"/>");
        svg.Append($"<path class=\"line\" d=\"{Line(panel, series, shift)}\"/>");
        if (chart.HasMarkers)
            foreach (ChartPoint point in series.Points)
                DrawPoint(svg, panel, series, point, shift);
        svg.Append($"</g>");
    }

    private static void DrawPoint(MarkupText svg, ChartPanel panel, ChartSeries series, ChartPoint point, double shift)
    {
        double x = X(panel.X, point.X) + shift;
        if (point.High > point.Low)
        {
            double low = Y(panel.Y, point.Low), high = Y(panel.Y, point.High);
            svg.Append($"<path class=\"bar\" d=\"M{x} {low}V{high}M{x - Cap} {low}h{2 * Cap}M{x - Cap} {high}h{2 * Cap}\"/>");
        }
        svg.Append($"<path class=\"mark\" d=\"{Marker(series.Style, x, Y(panel.Y, point.Y))}\"/>");
    }

    private static string Line(ChartPanel panel, ChartSeries series, double shift) =>
        Path(series.Points.Select(point => (X(panel.X, point.X) + shift, Y(panel.Y, point.Y))));

    private static string Band(ChartPanel panel, ChartSeries series)
    {
        IEnumerable<(double, double)> upper = series.Points.Select(point => (X(panel.X, point.X), Y(panel.Y, point.High)));
        IEnumerable<(double, double)> lower = series.Points.Reverse().Select(point => (X(panel.X, point.X), Y(panel.Y, point.Low)));
        return series.Points.Count == 0 ? "" : Path(upper.Concat(lower)) + "Z";
    }

    private static string Path(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach ((double x, double y) in points)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
        return path.ToString();
    }

    /// <summary>Circle, square, triangle, diamond: series are told apart without color too.</summary>
    private static string Marker(int style, double x, double y)
    {
        var path = new MarkupText();
        return (style % 4) switch
        {
            0 => path.Append($"M{x - 3.6} {y}a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0Z").ToString(),
            1 => path.Append($"M{x - 3.3} {y - 3.3}h6.6v6.6h-6.6Z").ToString(),
            2 => path.Append($"M{x} {y - 4.4}l4.2 7.4h-8.4Z").ToString(),
            _ => path.Append($"M{x} {y - 4.8}l4.2 4.8l-4.2 4.8l-4.2 -4.8Z").ToString(),
        };
    }

    private static string Class(Chart chart, ChartSeries series) =>
        FormattableString.Invariant($"{(chart.HasMarkers ? 's' : 't')}{series.Style % ChartStyle.Colors}");

    private static double X(ChartScale scale, double value) => scale.Fraction(value) * PlotWidth;

    /// <summary>What lies far outside is drawn just outside, where it is clipped.</summary>
    private static double Y(ChartScale scale, double value) => (1 - Math.Clamp(scale.Fraction(value), -1, 2)) * PlotHeight;
}
