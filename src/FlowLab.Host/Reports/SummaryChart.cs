using FlowLab.Engine.Evaluation;
using FlowLab.Host.Figures;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

/// <summary>
/// Metrics against K, mean and standard error over seeds: panel (d) of the paper's Figure 3 with a panel per target, and its Figure 4 with a
/// panel per metric; a line per method.
/// </summary>
internal static class SummaryChart
{
    private const int PanelsPerLine = 4;

    /// <summary>The metrics that are drawn and that some cell has, in the order asked for.</summary>
    public static IReadOnlyList<MetricDescription> Metrics(ReportPlan plan) => plan.Layout.CurveMetrics.Count == 0
        ? plan.Headline is { } headline ? [headline] : []
        : [.. plan.Layout.CurveMetrics.Distinct().Select(name => plan.Results.Metrics.FirstOrDefault(metric => metric.Name == name)).OfType<MetricDescription>()];

    /// <summary>Null where there is nothing to draw curves of or over.</summary>
    public static Chart? Of(ReportPlan plan)
    {
        IReadOnlyList<MetricDescription> metrics = Metrics(plan);
        if (metrics.Count == 0 || CurvePlan.Of(plan) is not { } curves)
            return null;
        ChartPanel[] panels = [.. curves.Rows.SelectMany(row => metrics.Select((metric, index) => Panel(curves, row, metric, metrics.Count > 1 ? Letter(index) : ""))).Where(panel => panel.Series.Any(series => series.Points.Count > 0))];
        string labels = string.Join("; ", metrics.Select(metric => metric.Label));
        return panels.Length == 0 ? null : new Chart($"{labels} against {curves.XLabel}, mean and standard error over seeds",
            curves.XLabel, ShortLabel(metrics[0].Label, metrics[0].Unit), metrics.Count > 1 ? metrics.Count : PanelsPerLine, HasMarkers: true, panels);
    }

    /// <summary>The part of a label before its first comma, which tells the quantity; the rest tells how it was measured.</summary>
    public static string ShortLabel(string label, string unit)
    {
        int comma = label.IndexOf(',', StringComparison.Ordinal);
        string quantity = comma < 0 ? label : label[..comma];
        return unit.Length == 0 ? quantity : $"{quantity} [{unit}]";
    }

    /// <summary>How the panels of the paper's figures are called: (a), (b), ...</summary>
    public static string Letter(int index) => FormattableString.Invariant($"({(char)('a' + index % 26)})");

    private static ChartPanel Panel(CurvePlan curves, CurveRow row, MetricDescription metric, string letter)
    {
        ChartSeries[] series = [.. row.Lines.Select((line, style) => new ChartSeries(line.Name, style, [.. line.Cells.Select(point => Point(point.X, point.Cell, metric)).OfType<ChartPoint>()]))];
        ChartPoint[] points = [.. series.SelectMany(line => line.Points)];
        ChartScale x = ChartScale.ForSweep([.. curves.Rows.SelectMany(any => any.Lines).SelectMany(line => line.Cells).Select(point => point.X).DefaultIfEmpty()]);
        ChartScale y = ChartScale.ForValues([.. points.Select(point => point.Y)], [.. points.SelectMany(point => (double[])[point.Low, point.High])]);
        string quantity = ShortLabel(metric.Label, "");
        string title = letter.Length == 0 ? row.Text : row.Text.Length == 0 ? $"{letter} {quantity}" : $"{letter} {row.Text}: {quantity}";
        return new ChartPanel(title, x, y, series) { YLabel = letter.Length > 0 ? metric.Unit : ShortLabel(metric.Label, metric.Unit) };
    }

    private static ChartPoint? Point(double x, CellResults cell, MetricDescription metric)
    {
        if (cell.Statistics(metric) is not { } statistics || !double.IsFinite(statistics.Mean))
            return null;
        double error = double.IsFinite(statistics.StandardError) ? statistics.StandardError : 0;
        return new ChartPoint(x, statistics.Mean, statistics.Mean - error, statistics.Mean + error) { IsFailed = cell.Fails(metric) };
    }
}
