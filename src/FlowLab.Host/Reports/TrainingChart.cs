using FlowLab.Engine.Evaluation;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Reports;

/// <summary>Training curves: a panel per row and outermost column group, a line per remaining combination.</summary>
internal static class TrainingChart
{
    private const int MaximumPoints = 160;
    private const int MaximumPanelsPerLine = 4;
    private const double ShownQuantile = 0.9;

    /// <summary>The curve of one metric; null where no cell has it.</summary>
    public static Chart? Of(ReportPlan plan, string metric)
    {
        string[] groupAxes = [.. plan.Columns.Take(plan.Columns.Count > 1 ? 1 : 0)];
        string[] lineAxes = [.. plan.Columns.Skip(groupAxes.Length)];
        List<IReadOnlyList<string>> groups = FigureGrid.Combinations(plan.Results, groupAxes);
        ChartPanel[] panels = [.. plan.RowValues.SelectMany(row => Panels(plan, metric, row, groupAxes, groups, lineAxes))];
        MetricDescription? description = plan.Results.Descriptions.FirstOrDefault(known => known.Name == metric);
        string label = description is null ? metric.Replace('_', ' ') : SummaryChart.ShortLabel(description.Label, description.Unit);
        int perLine = groups.Count is > 1 and <= MaximumPanelsPerLine ? groups.Count : MaximumPanelsPerLine;
        return panels.Length == 0 ? null : new Chart($"{label} during training: mean over seeds, band from the lowest to the highest seed",
            "updates", label, perLine, HasMarkers: false, panels);
    }

    /// <summary>The panels of a row share their axes.</summary>
    private static IEnumerable<ChartPanel> Panels(
        ReportPlan plan, string metric, string row, string[] groupAxes, List<IReadOnlyList<string>> groups, string[] lineAxes)
    {
        CellResults[] cells = [.. plan.CellsOf(row)];
        (string Title, ChartSeries[] Series)[] drawn = [.. groups
            .Select(group => (Title(plan, row, groupAxes, group), Lines(plan, cells.Where(cell => groupAxes.Select(cell.Label).SequenceEqual(group)), metric, lineAxes)))
            .Where(panel => panel.Item2.Length > 0)];
        ChartPoint[] points = [.. drawn.SelectMany(panel => panel.Series).SelectMany(series => series.Points)];
        if (points.Length == 0)
            return [];
        ChartScale x = ChartScale.Exact(0, points.Max(point => point.X)), y = Shown(points);
        return drawn.Select(panel => new ChartPanel(panel.Title, x, y, panel.Series));
    }

    /// <summary>The first updates can lie orders of magnitude above the rest; the upper tenth of the values is cut off.</summary>
    private static ChartScale Shown(ChartPoint[] points)
    {
        double[] means = [.. points.Select(point => point.Y).Order()];
        double[] lows = [.. points.Select(point => point.Low).Order()];
        double low = Math.Max(lows[0], means[0] - (means[^1] - means[0]));
        return ChartScale.ForValues([low], [low, means[(int)((means.Length - 1) * ShownQuantile)]]);
    }

    private static string Title(ReportPlan plan, string row, string[] axes, IReadOnlyList<string> group) =>
        string.Join(", ", (string[])[plan.RowText(row), .. axes.Zip(group, AxisText.Value)]);

    private static ChartSeries[] Lines(ReportPlan plan, IEnumerable<CellResults> cells, string metric, string[] axes)
    {
        List<IReadOnlyList<string>> lines = FigureGrid.Combinations(plan.Results, axes);
        return [.. cells.Select(cell => Line(cell, metric, axes, lines)).Where(line => line.Points.Count > 0).OrderBy(line => line.Style)];
    }

    private static ChartSeries Line(CellResults cell, string metric, string[] axes, List<IReadOnlyList<string>> lines)
    {
        string[] values = [.. axes.Select(cell.Label)];
        string name = axes.Length == 0 ? "mean over seeds" : string.Join(", ", axes.Zip(values, AxisText.Value));
        ChartPoint[] points = [.. cell.Curve
            .Where(point => point.Metric == metric && double.IsFinite(point.Value))
            .GroupBy(point => point.Step).OrderBy(group => group.Key).Select(Point)];
        return new ChartSeries(name, lines.FindIndex(line => line.SequenceEqual(values)), Thin(points));
    }

    private static ChartPoint Point(IGrouping<long, CurvePoint> seeds) =>
        new(seeds.Key, seeds.Average(seed => seed.Value), seeds.Min(seed => seed.Value), seeds.Max(seed => seed.Value));

    /// <summary>Every n-th point and the last one: the page stays small.</summary>
    private static ChartPoint[] Thin(ChartPoint[] points)
    {
        int stride = (points.Length + MaximumPoints - 1) / MaximumPoints;
        return stride <= 1 ? points : [.. points.Where((_, index) => index % stride == 0 || index == points.Length - 1)];
    }
}
