using FlowLab.Host.Runs;

namespace FlowLab.Host.Reports;

/// <summary>Panel (d) of the paper's Figure 3: the headline metric against K, a panel per target, a line per method.</summary>
internal static class SummaryChart
{
    private const int PanelsPerLine = 4;

    /// <summary>Null where there is nothing to draw curves of or over.</summary>
    public static Chart? Of(ReportPlan plan)
    {
        if (plan.Headline is not { } headline || plan.CurveX is not { } axis)
            return null;
        List<IReadOnlyList<string>> lines = FigureGrid.Combinations(plan.Results, plan.CurveSeries);
        ChartPanel[] panels = [.. plan.RowValues.Select(row => Panel(plan, axis, lines, row)).Where(panel => panel.Series.Any(series => series.Points.Count > 0))];
        string name = AxisText.Name(axis);
        return panels.Length == 0 ? null : new Chart($"{headline.Label} against {name}, mean and standard error over seeds",
            name, ShortLabel(headline.Label, headline.Unit), PanelsPerLine, HasMarkers: true, panels);
    }

    /// <summary>The part of a label before its first comma, which tells the quantity; the rest tells how it was measured.</summary>
    public static string ShortLabel(string label, string unit)
    {
        int comma = label.IndexOf(',', StringComparison.Ordinal);
        string quantity = comma < 0 ? label : label[..comma];
        return unit.Length == 0 ? quantity : $"{quantity} [{unit}]";
    }

    private static ChartPanel Panel(ReportPlan plan, string axis, List<IReadOnlyList<string>> lines, string row)
    {
        CellResults[] cells = [.. plan.CellsOf(row)];
        ChartSeries[] series = [.. lines.Select((line, style) => Series(plan, cells, axis, line, style))];
        ChartPoint[] points = [.. series.SelectMany(line => line.Points)];
        ChartScale x = ChartScale.ForSweep([.. plan.Results.Values(axis).Select(value => AxisText.Number(value) ?? 0)]);
        ChartScale y = ChartScale.ForValues([.. points.Select(point => point.Y)], [.. points.SelectMany(point => (double[])[point.Low, point.High])]);
        return new ChartPanel(plan.RowText(row), x, y, series);
    }

    private static ChartSeries Series(ReportPlan plan, CellResults[] cells, string axis, IReadOnlyList<string> line, int style)
    {
        IEnumerable<CellResults> own = cells.Where(cell => plan.CurveSeries.Select(cell.Label).SequenceEqual(line));
        return new ChartSeries(Name(plan.CurveSeries, line), style, [.. own.Select(cell => Point(plan, cell, axis)).OfType<ChartPoint>().OrderBy(point => point.X)]);
    }

    private static ChartPoint? Point(ReportPlan plan, CellResults cell, string axis)
    {
        if (AxisText.Number(cell.Label(axis)) is not { } x || cell.Statistics(plan.Headline!) is not { } statistics || !double.IsFinite(statistics.Mean))
            return null;
        double error = double.IsFinite(statistics.StandardError) ? statistics.StandardError : 0;
        return new ChartPoint(x, statistics.Mean, statistics.Mean - error, statistics.Mean + error);
    }

    private static string Name(IReadOnlyList<string> axes, IReadOnlyList<string> values) =>
        axes.Count == 0 ? "mean over seeds" : string.Join(", ", axes.Zip(values, AxisText.Value));
}
