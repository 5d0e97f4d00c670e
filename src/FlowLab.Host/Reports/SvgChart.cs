using System.Globalization;
using System.Text;

namespace FlowLab.Host.Reports;

/// <summary>Draws a <see cref="Chart"/> as SVG.</summary>
internal sealed class SvgChart
{
    private const int LineWidth = 1240;
    private const int MinimumPanelWidth = 290;
    private const int MaximumPanelWidth = 400;
    private const int PanelHeight = 216;
    private const int Left = 58;
    private const int Right = 15;
    private const int Top = 24;
    private const int Bottom = 40;
    private const int LegendHeight = 26;
    private const int LegendLine = 18;
    private const int LegendMark = 26;
    private const double CharacterWidth = 6.4;
    private const double TitleCharacterWidth = 7;
    private const double PlotHeight = PanelHeight - Top - Bottom;
    private const double Dodge = 4;
    private const double Cap = 3;

    private readonly Chart _chart;
    private readonly MarkupText _svg = new();
    private readonly int _panelsPerLine;
    private readonly int _panelWidth;
    private readonly double _plotWidth;

    private SvgChart(Chart chart)
    {
        _chart = chart;
        _panelsPerLine = Math.Clamp(chart.Panels.Count, 1, chart.PanelsPerLine);
        _panelWidth = Math.Clamp(LineWidth / _panelsPerLine, MinimumPanelWidth, MaximumPanelWidth);
        _plotWidth = _panelWidth - Left - Right;
    }

    /// <summary>The element for a page that carries <see cref="ChartStyle.ForPage"/>.</summary>
    public static MarkupText Inline(Chart chart) => new SvgChart(chart).Draw("", "");

    /// <summary>A file that stands alone.</summary>
    public static string Standalone(Chart chart) =>
        new SvgChart(chart).Draw(" xmlns=\"http://www.w3.org/2000/svg\"", "<style>" + ChartStyle.ForFile + "</style>").Append($"\n").ToString();

    private MarkupText Draw(string attributes, string style)
    {
        int width = _panelsPerLine * _panelWidth;
        int legendHeight = LegendHeight + (LegendPlaces(width)[^1].Line * LegendLine);
        int height = legendHeight + (_chart.Panels.Count + _panelsPerLine - 1) / _panelsPerLine * PanelHeight;
        _svg.AppendMarkup("<svg class=\"chart\" role=\"img\"" + attributes);
        _svg.Append($" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" aria-label=\"{_chart.Title}\">").AppendMarkup(style);
        DrawLegend(width);
        for (int index = 0; index < _chart.Panels.Count; index++)
            DrawPanel(_chart.Panels[index], index % _panelsPerLine * _panelWidth, legendHeight + index / _panelsPerLine * PanelHeight);
        return _svg.Append($"</svg>");
    }

    /// <summary>Where the entries of the legend stand; lines break at the chart's right end.</summary>
    private List<(double X, int Line)> LegendPlaces(int width)
    {
        List<(double X, int Line)> places = [(Left, 0)];
        foreach (ChartSeries series in _chart.Legend)
        {
            (double x, int line) = places[^1];
            double right = x + LegendMark + series.Name.Length * CharacterWidth;
            if (right > width && x > Left)
                places[^1] = (x, line) = (Left, line + 1);
            places.Add((x + LegendMark + series.Name.Length * CharacterWidth + 18, line));
        }
        return places;
    }

    private void DrawLegend(int width)
    {
        foreach ((ChartSeries series, (double x, int line)) in _chart.Legend.Zip(LegendPlaces(width)))
        {
            int y = 12 + line * LegendLine;
            _svg.Append($"<g class=\"{Class(series)}\"><path class=\"line\"{Dash(series)} d=\"M{x} {y}h20\"/>");
            if (_chart.HasMarkers)
                _svg.Append($"<path class=\"mark\" d=\"{Marker(series.Style, x + 10, y)}\"/>");
            _svg.Append($"<text x=\"{x + LegendMark}\" y=\"{y + 4}\">{series.Name}</text></g>");
        }
    }

    /// <summary>Where there are more lines than colors, the next round is dashed.</summary>
    private static MarkupText Dash(ChartSeries series) => (series.Style / ChartStyle.Colors % 3) switch
    {
        0 => new MarkupText(),
        1 => new MarkupText().AppendMarkup(" stroke-dasharray=\"6 3\""),
        _ => new MarkupText().AppendMarkup(" stroke-dasharray=\"2 2\""),
    };

    private void DrawPanel(ChartPanel panel, int left, int top)
    {
        _svg.Append($"\n<g class=\"panel\" transform=\"translate({left + Left} {top + Top})\">");
        _svg.Append($"<text class=\"title\" x=\"0\" y=\"-8\">{Shorten(panel.Title)}</text>");
        DrawXAxis(panel.X, _chart.XLabel);
        DrawYAxis(panel.Y, panel.YLabel ?? _chart.YLabel);
        _svg.Append($"<svg x=\"0\" y=\"0\" width=\"{_plotWidth}\" height=\"{PlotHeight}\" overflow=\"hidden\">");
        for (int index = 0; index < panel.Series.Count; index++)
            DrawSeries(panel, panel.Series[index], _chart.HasMarkers && !panel.Series[index].IsScatter ? (index - (panel.Series.Count - 1) / 2.0) * Dodge : 0);
        _svg.Append($"</svg><rect class=\"frame\" width=\"{_plotWidth}\" height=\"{PlotHeight}\"/></g>");
    }

    /// <summary>A title ends where its panel does.</summary>
    private string Shorten(string title)
    {
        int room = (int)(_plotWidth / TitleCharacterWidth);
        return title.Length <= room ? title : title[..(room - 1)].TrimEnd() + "\u2026";
    }

    private void DrawXAxis(ChartScale scale, string label)
    {
        foreach (double tick in scale.Ticks)
        {
            double x = X(scale, tick);
            _svg.Append($"<path class=\"grid\" d=\"M{x} 0v{PlotHeight}\"/><text class=\"tick\" text-anchor=\"middle\" x=\"{x}\" y=\"{PlotHeight + 14}\">{ChartScale.Label(tick)}</text>");
        }
        _svg.Append($"<text text-anchor=\"middle\" x=\"{_plotWidth / 2}\" y=\"{PlotHeight + 30}\">{label}</text>");
    }

    private void DrawYAxis(ChartScale scale, string label)
    {
        foreach (double tick in scale.Ticks)
        {
            double y = Y(scale, tick);
            _svg.Append($"<path class=\"grid\" d=\"M0 {y}h{_plotWidth}\"/><text class=\"tick\" text-anchor=\"end\" x=\"-5\" y=\"{y + 3.5}\">{ChartScale.Label(tick)}</text>");
        }
        _svg.Append($"<text text-anchor=\"middle\" transform=\"translate({14 - Left} {PlotHeight / 2}) rotate(-90)\">{label}</text>");
    }

    private void DrawSeries(ChartPanel panel, ChartSeries series, double shift)
    {
        _svg.Append($"<g class=\"{Class(series)}\">");
        if (!_chart.HasMarkers)
            _svg.Append($"<path class=\"band\" d=\"{Band(panel, series)}\"/>");
        _svg.Append($"<path class=\"line\"{Dash(series)} d=\"{Line(panel, series, shift)}\"/>");
        if (_chart.HasMarkers)
            foreach (ChartPoint point in series.Points)
                DrawPoint(panel, series, point, shift);
        _svg.Append($"</g>");
    }

    private void DrawPoint(ChartPanel panel, ChartSeries series, ChartPoint point, double shift)
    {
        double x = X(panel.X, point.X) + shift;
        if (point.IsFailed)
        {
            _svg.Append($"<path class=\"bar\" d=\"M{x - 4} {Y(panel.Y, point.Y) - 4}l8 8m0 -8l-8 8\"/>");
            return;
        }
        if (point.High > point.Low)
        {
            double low = Y(panel.Y, point.Low), high = Y(panel.Y, point.High);
            _svg.Append($"<path class=\"bar\" d=\"M{x} {low}V{high}M{x - Cap} {low}h{2 * Cap}M{x - Cap} {high}h{2 * Cap}\"/>");
        }
        _svg.Append($"<path class=\"mark\" d=\"{Marker(series.Style, x, Y(panel.Y, point.Y))}\"/>");
    }

    private string Line(ChartPanel panel, ChartSeries series, double shift) =>
        Path(series.Points.Where(point => !point.IsFailed && !series.IsScatter).Select(point => (X(panel.X, point.X) + shift, Y(panel.Y, point.Y))));

    private string Band(ChartPanel panel, ChartSeries series)
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

    private string Class(ChartSeries series) =>
        FormattableString.Invariant($"{(_chart.HasMarkers ? 's' : 't')}{series.Style % ChartStyle.Colors}");

    private double X(ChartScale scale, double value) => scale.Fraction(value) * _plotWidth;

    /// <summary>What lies far outside is drawn just outside, where it is clipped.</summary>
    private static double Y(ChartScale scale, double value) => (1 - Math.Clamp(scale.Fraction(value), -1, 2)) * PlotHeight;
}
