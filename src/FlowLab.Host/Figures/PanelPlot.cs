using ScottPlot;

namespace FlowLab.Host.Figures;

/// <summary>
/// A panel of a chart as a plot. Its coordinates are fractions of the axes, which the chart's own scales give: so any magnitude is drawn alike, and a logarithm is nothing special.
/// </summary>
internal static class PanelPlot
{
    /// <summary>Room beside the frame: tick labels and what the axis is to the left and below, the title above.</summary>
    public static PixelPadding Room { get; } = new(58, 15, 42, 24);

    /// <summary>Width of the lines of series.</summary>
    public const float LineWidth = 1.6f;

    private const float TitleSize = 12;
    private const float TitleLine = 16;
    private const int MostTitleLines = 3;
    private const float LabelSize = 11;
    private const float TickSize = 10;
    private const float MarkerSize = 7;
    private const float TickLength = 3;
    private const float TickLabelDrop = 2;
    private const double BandOpacity = 0.18;
    private const double Dodge = 4;
    private const double WidestDodge = 14;

    /// <param name="chart">The chart.</param>
    /// <param name="panel">Its panel.</param>
    /// <param name="width">The panel's width in units of 1/96 inch.</param>
    /// <param name="text">How words are written.</param>
    public static Plot Of(Chart chart, ChartPanel panel, float width, FigureText text)
    {
        Plot plot = Empty(panel.X, panel.Y, chart.XLabel, panel.YLabel ?? chart.YLabel, text);
        double pixel = 1 / (width - Room.Left - Room.Right), dodge = Math.Min(Dodge, WidestDodge / Math.Max(1, panel.Series.Count - 1));
        for (int index = 0; index < panel.Series.Count; index++)
            Add(plot, chart, panel, panel.Series[index], text, chart.HasMarkers && !panel.Series[index].IsScatter ? (index - (panel.Series.Count - 1) / 2.0) * dodge * pixel : 0);
        return plot;
    }

    /// <summary>A frame with axes, ticks and grid, from 0 to 1 both ways.</summary>
    public static Plot Empty(ChartScale x, ChartScale y, string xLabel, string yLabel, FigureText text)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = plot.DataBackground.Color = Colors.Transparent;
        plot.Grid.MajorLineColor = ChartColors.Grid;
        plot.Layout.Fixed(Room);
        SetAxis(plot.Axes.Bottom, x, xLabel, text);
        SetAxis(plot.Axes.Left, y, yLabel, text);
        foreach (IAxis frame in (IAxis[])[plot.Axes.Top, plot.Axes.Right])
            frame.FrameLineStyle.Color = ChartColors.Soft;
        plot.Axes.SetLimits(0, 1, 0, 1);
        plot.HideLegend();
        return plot;
    }

    /// <summary>A piece of a line and its marker, without axes, for a legend.</summary>
    public static Plot Sample(ChartSeries series, bool hasMarkers, FigureText text)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = plot.DataBackground.Color = Colors.Transparent;
        plot.Layout.Frameless();
        plot.HideGrid();
        plot.Axes.SetLimits(0, 1, 0, 1);
        if (!series.IsScatter)
            AddLine(plot, [0.04, 0.96], [0.5, 0.5], series.Style, text);
        if (hasMarkers)
            AddMarkers(plot, [0.5], [0.5], series.Style, ChartColors.Marker(series.Style));
        return plot;
    }

    /// <summary>Room that a title takes above that of a single line; <see cref="WriteTitle"/> has the same parameters.</summary>
    public static float TitleRoom(string title, float width) => (TitleLines(title, width).Length - 1) * TitleLine;

    /// <summary>Writes what a panel is above its frame.</summary>
    /// <param name="canvas">Where the panel is drawn.</param>
    /// <param name="title">What it is.</param>
    /// <param name="width">The panel's width.</param>
    /// <param name="above">Where the panel begins, the room for further lines of a title above it.</param>
    public static void WriteTitle(FigureCanvas canvas, string title, float width, float above = 0)
    {
        string[] lines = TitleLines(title, width);
        for (int line = 0; line < lines.Length; line++)
            canvas.Write(lines[line], Room.Left, above + (Room.Top - TitleSize) / 2 - 3 - (lines.Length - 1 - line) * TitleLine, width - Room.Left, TitleSize, Alignment.UpperLeft);
    }

    /// <summary>The last line has all that is left, and loses its end where that is too long.</summary>
    private static string[] TitleLines(string title, float width)
    {
        IReadOnlyList<string> lines = FigureText.Wrap(title, TitleSize, width - Room.Left);
        return [.. lines.Take(MostTitleLines - 1), .. lines.Count < MostTitleLines ? [] : new[] { string.Join(' ', lines.Skip(MostTitleLines - 1)) }];
    }

    /// <summary>Gives an axis its ticks and its name.</summary>
    public static void SetAxis(IAxis axis, ChartScale scale, string name, FigureText text)
    {
        TickText ticks = TickText.Of(scale.Ticks);
        axis.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. scale.Ticks.Select(scale.Fraction)], [.. ticks.Labels]);
        axis.FrameLineStyle.Color = axis.MajorTickStyle.Color = axis.TickLabelStyle.ForeColor = ChartColors.Soft;
        axis.MajorTickStyle.Length = TickLength;
        axis.TickLabelStyle.FontSize = TickSize;
        axis.TickLabelStyle.FontName = FigureFont.Family;
        axis.TickLabelStyle.OffsetY = axis is IYAxis ? TickLabelDrop : 0;
        axis.Label.FontSize = LabelSize;
        axis.Label.ForeColor = ChartColors.Ink;
        text.Set(axis.Label, ticks.Named(name));
    }

    private static void Add(Plot plot, Chart chart, ChartPanel panel, ChartSeries series, FigureText text, double shift)
    {
        ChartPoint[] points = [.. series.Points.Where(point => !point.IsFailed)];
        bool isLine = !series.IsScatter && points.Length > 1;
        double[] xs = [.. points.Select(point => panel.X.Fraction(point.X) + shift)], ys = [.. points.Select(point => Y(panel, point.Y))];
        if (!chart.HasMarkers && isLine)
            AddBand(plot, panel, points, xs, series.Style);
        if (isLine)
            AddLine(plot, xs, ys, series.Style, text);
        if (chart.HasMarkers || !isLine)
            AddPoints(plot, panel, points, xs, ys, series.Style);
        ChartPoint[] failed = [.. series.Points.Where(point => point.IsFailed)];
        AddMarkers(plot, [.. failed.Select(point => panel.X.Fraction(point.X) + shift)], [.. failed.Select(point => Y(panel, point.Y))], series.Style, MarkerShape.Eks);
    }

    private static void AddBand(Plot plot, ChartPanel panel, ChartPoint[] points, double[] xs, int style)
    {
        ScottPlot.Plottables.FillY band = plot.Add.FillY(xs, [.. points.Select(point => Y(panel, point.Low))], [.. points.Select(point => Y(panel, point.High))]);
        band.FillColor = ChartColors.Line(style).WithAlpha(BandOpacity);
        band.LineWidth = 0;
        band.MarkerStyle = MarkerStyle.None;
    }

    private static void AddLine(Plot plot, double[] xs, double[] ys, int style, FigureText text)
    {
        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(xs, ys, ChartColors.Line(style));
        (line.LineWidth, line.LinePattern) = text.KeepsLetters ? (SvgDashes.StandIn(style, LineWidth), LinePattern.Solid) : (LineWidth, ChartColors.Pattern(style));
    }

    /// <summary>Markers with bars from the low to the high end.</summary>
    private static void AddPoints(Plot plot, ChartPanel panel, ChartPoint[] points, double[] xs, double[] ys, int style)
    {
        double[] above = [.. points.Zip(ys, (point, y) => Y(panel, point.High) - y)], below = [.. points.Zip(ys, (point, y) => y - Y(panel, point.Low))];
        int[] barred = [.. Enumerable.Range(0, points.Length).Where(index => points[index].High > points[index].Low)];
        if (barred.Length > 0)
        {
            var bars = new ScottPlot.Plottables.ErrorBar(Of(xs), Of(ys), null, null, yErrorsNegative: Of(below), yErrorsPositive: Of(above)) { Color = ChartColors.Line(style), LineWidth = 1.3f, CapSize = 3 };
            plot.PlottableList.Add(bars);
        }
        AddMarkers(plot, xs, ys, style, ChartColors.Marker(style));

        double[] Of(double[] values) => [.. barred.Select(index => values[index])];
    }

    private static void AddMarkers(Plot plot, double[] xs, double[] ys, int style, MarkerShape shape)
    {
        if (xs.Length > 0)
            plot.Add.Markers(xs, ys, shape, MarkerSize, ChartColors.Line(style));
    }

    /// <summary>What lies far outside is drawn just outside, where it is clipped.</summary>
    private static double Y(ChartPanel panel, double value) => Math.Clamp(panel.Y.Fraction(value), -1, 2);
}
