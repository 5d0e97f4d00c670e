using FlowLab.Host.Figures;
using FlowLab.Host.Reports;

namespace FlowLab.Host.Comparisons;

/// <summary>A comparison as small multiples: mean and standard error of every group over a numeric axis where there is one, context by context otherwise.</summary>
internal static class ComparisonChart
{
    private const int PanelsPerLine = 4;

    public static Chart Of(Comparison comparison)
    {
        int axis = NumericAxis(comparison);
        string[] groups = [.. comparison.Groups];
        string xLabel = axis < 0 ? "context, in the order of the table" : AxisText.Name(comparison.ContextAxes[axis]);
        ChartPanel[] panels = [.. comparison.Blocks.Select((block, index) => (Block: block, Position: index))
            .GroupBy(entry => axis < 0 ? "" : Title(comparison, entry.Block, axis))
            .Select(part => Panel(part.Key, groups, [.. part.Select(entry => (axis < 0 ? entry.Position + 1 : AxisText.Number(entry.Block.Values[axis])!.Value, entry.Block))]))];
        return new Chart($"{comparison.Metric.Label}, mean and standard error over seeds", xLabel,
            SummaryChart.ShortLabel(comparison.Metric.Label, comparison.Metric.Unit), PanelsPerLine, HasMarkers: true, panels);
    }

    /// <summary>The last context axis whose values are all numbers; -1 if there is none.</summary>
    private static int NumericAxis(Comparison comparison) =>
        Enumerable.Range(0, comparison.ContextAxes.Count).LastOrDefault(index => comparison.Blocks.All(block => AxisText.Number(block.Values[index]) is not null), -1);

    private static string Title(Comparison comparison, ComparisonBlock block, int axis) => string.Join(", ", comparison.ContextAxes
        .Zip(block.Values, AxisText.Value).Where((_, index) => index != axis));

    private static ChartPanel Panel(string title, string[] groups, (double X, ComparisonBlock Block)[] blocks)
    {
        ChartSeries[] series = [.. groups.Select((name, style) => new ChartSeries(name, style,
            [.. blocks.OrderBy(entry => entry.X).Select(entry => Point(entry.X, entry.Block, name)).OfType<ChartPoint>()]))];
        ChartPoint[] points = [.. series.SelectMany(line => line.Points)];
        return new ChartPanel(title, ChartScale.ForSweep([.. blocks.Select(entry => entry.X)]),
            ChartScale.ForValues([.. points.Select(point => point.Y)], [.. points.SelectMany(point => (double[])[point.Low, point.High])]), series);
    }

    private static ChartPoint? Point(double x, ComparisonBlock block, string name)
    {
        if (block.Groups.FirstOrDefault(group => group.Name == name) is not { } group || !double.IsFinite(group.Statistics.Mean))
            return null;
        double error = double.IsFinite(group.Statistics.StandardError) ? group.Statistics.StandardError : 0;
        return new ChartPoint(x, group.Statistics.Mean, group.Statistics.Mean - error, group.Statistics.Mean + error) { IsFailed = group.IsFailed };
    }
}
