using FlowLab.Engine.Evaluation;
using FlowLab.Host.Figures;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

/// <summary>Training curves: a panel per row and outermost column group, a line per remaining combination.</summary>
internal static class TrainingChart
{
    private const int MaximumPoints = 160;
    private const int MaximumPanelsPerLine = 4;
    private const double ShownQuantile = 0.9;
    private const int SeedsWithoutQuantiles = 10;
    private const double BandTail = 0.1;

    /// <summary>The curve of one metric; null where no cell has it.</summary>
    public static Chart? Of(ReportPlan plan, string metric)
    {
        string[] groupAxes = [.. plan.Columns.Take(plan.Columns.Count > 1 ? 1 : 0)];
        string[] lineAxes = [.. plan.Columns.Skip(groupAxes.Length)];
        List<IReadOnlyList<string>> groups = FigureGrid.Combinations(plan.Results, groupAxes);
        List<(string Title, ChartSeries[] Series)[]> rows = [.. plan.RowValues.Select(row => Draw(plan, metric, row, groupAxes, groups, lineAxes))];
        ChartPanel[] panels = [.. (SharesAxes(plan) ? [[.. rows.SelectMany(row => row)]] : rows).SelectMany(Scaled)];
        MetricDescription? description = plan.Results.Descriptions.FirstOrDefault(known => known.Name == metric);
        string label = description is null ? metric.Replace('_', ' ') : SummaryChart.ShortLabel(description.Label, description.Unit);
        int perLine = groups.Count is > 1 and <= MaximumPanelsPerLine ? groups.Count : MaximumPanelsPerLine;
        return panels.Length == 0 ? null : new Chart($"{label} during training: {Claim(plan, metric)}",
            "updates", label, perLine, HasMarkers: false, panels);
    }

    /// <summary>
    /// Whether all panels, not only those of a row, share their axes: where a row is a single panel and all cells have one target, panels
    /// are there to be compared.
    /// </summary>
    public static bool SharesAxes(ReportPlan plan) => plan.Columns.Count == 0 && plan.Results.Cells.Select(TargetOf).Distinct().Count() <= 1;

    private static string TargetOf(CellResults cell) =>
        ResolvedSettings.Of(cell.Cell.SettingsJson).TryFind("target", out System.Text.Json.Nodes.JsonNode? target) ? target?.ToJsonString() ?? "" : "";

    /// <summary>What line and band are, which depends on how many seeds there are.</summary>
    private static string Claim(ReportPlan plan, string metric)
    {
        int seeds = plan.Results.Cells.Max(cell => cell.Curve.Where(point => point.Metric == metric).Select(point => point.Seed).Distinct().Count());
        return seeds switch
        {
            1 => "the one seed",
            <= SeedsWithoutQuantiles => FormattableString.Invariant($"mean over {seeds} seeds, band from the lowest to the highest seed"),
            _ => FormattableString.Invariant($"mean over {seeds} seeds, band over the middle 80 % of the seeds"),
        };
    }

    private static (string Title, ChartSeries[] Series)[] Draw(
        ReportPlan plan, string metric, string row, string[] groupAxes, List<IReadOnlyList<string>> groups, string[] lineAxes)
    {
        CellResults[] cells = [.. plan.CellsOf(row)];
        return [.. groups
            .Select(group => (Title(plan, row, groupAxes, group), Lines(plan, cells.Where(cell => groupAxes.Select(cell.Label).SequenceEqual(group)), metric, lineAxes)))
            .Where(panel => panel.Item2.Length > 0)];
    }

    /// <summary>Panels with common axes.</summary>
    private static IEnumerable<ChartPanel> Scaled((string Title, ChartSeries[] Series)[] drawn)
    {
        ChartPoint[] points = [.. drawn.SelectMany(panel => panel.Series).SelectMany(series => series.Points)];
        if (points.Length == 0)
            return [];
        ChartScale x = ChartScale.Exact(0, points.Max(point => point.X)), y = Shown(points, drawn.SelectMany(panel => panel.Series).Max(series => series.Points[^1].High));
        return drawn.Select(panel => new ChartPanel(panel.Title, x, y, panel.Series));
    }

    /// <summary>The first updates can lie orders of magnitude above the rest; the upper tenth of the values is cut off, but no line's end.</summary>
    private static ChartScale Shown(ChartPoint[] points, double highestEnd)
    {
        double[] means = [.. points.Select(point => point.Y).Order()];
        double[] lows = [.. points.Select(point => point.Low).Order()];
        double low = Math.Max(lows[0], means[0] - (means[^1] - means[0]));
        return ChartScale.ForValues([low], [low, Math.Max(means[(int)((means.Length - 1) * ShownQuantile)], highestEnd)]);
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
        string name = axes.Length == 0 ? (cell.Curve.DistinctBy(point => point.Seed).Count() == 1 ? "one seed" : "mean over seeds") : string.Join(", ", axes.Zip(values, AxisText.Value));
        ChartPoint[] points = [.. cell.Curve
            .Where(point => point.Metric == metric && double.IsFinite(point.Value))
            .GroupBy(point => point.Step).OrderBy(group => group.Key).Select(Point)];
        return new ChartSeries(name, lines.FindIndex(line => line.SequenceEqual(values)), Thin(points));
    }

    private static ChartPoint Point(IGrouping<long, CurvePoint> seeds)
    {
        double[] values = [.. seeds.Select(seed => seed.Value).Order()];
        int cut = values.Length > SeedsWithoutQuantiles ? (int)(values.Length * BandTail) : 0;
        return new ChartPoint(seeds.Key, values.Average(), values[cut], values[^(1 + cut)]);
    }

    /// <summary>Every n-th point and the last one: the page stays small.</summary>
    private static ChartPoint[] Thin(ChartPoint[] points)
    {
        int stride = (points.Length + MaximumPoints - 1) / MaximumPoints;
        return stride <= 1 ? points : [.. points.Where((_, index) => index % stride == 0 || index == points.Length - 1)];
    }
}
