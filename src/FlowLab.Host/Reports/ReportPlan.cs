using FlowLab.Engine.Evaluation;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

/// <summary>A <see cref="ReportLayout"/> with everything decided.</summary>
/// <param name="Results">What is reported.</param>
/// <param name="Title">The heading.</param>
/// <param name="Rows">The axis of the rows; null when all is one row.</param>
/// <param name="Columns">The axes of the columns, the outermost first: with the row axis, every axis that has more than one value.</param>
/// <param name="CurveX">The axis along x; null when there is none to draw curves over.</param>
/// <param name="CurveSeries">The axes whose combinations are lines.</param>
/// <param name="Headline">The metric of curves and pictured seeds; null when nothing was measured.</param>
public sealed record ReportPlan(
    RunResults Results, string Title, string? Rows, IReadOnlyList<string> Columns, string? CurveX, IReadOnlyList<string> CurveSeries,
    MetricDescription? Headline)
{
    /// <summary>What the manifest asks for.</summary>
    public required ReportLayout Layout { get; init; }

    /// <summary>The run beside the reference that the manifest names; null if it names none.</summary>
    public required ReferenceComparison? Comparison { get; init; }

    public static ReportPlan Of(RunResults results, ReportLayout layout)
    {
        string? rows = Known(results, layout.Rows) ?? (results.Axes.Count > 0 ? results.Axes[0] : null);
        string[] named = [.. layout.Columns.Where(axis => axis != rows && results.Axes.Contains(axis)).Distinct()];
        string[] columns = [.. named, .. results.Axes.Where(axis => axis != rows && !named.Contains(axis) && (named.Length == 0 || Varies(results, axis)))];
        string? curveX = Known(results, layout.CurveX) ?? columns.LastOrDefault(axis => IsNumeric(results, axis));
        string? first = Known(results, layout.CurveSeries);
        string[] series = [.. columns.Where(axis => axis != curveX).OrderBy(axis => axis == first ? 0 : 1)];
        return new ReportPlan(results, layout.Title, rows, columns, curveX, series, FindHeadline(results, layout.Headline ?? layout.Reference?.Metric))
        {
            Layout = layout,
            Comparison = ReferenceComparison.Of(results, layout),
        };
    }

    /// <summary>Whether the summary curves go over the number of layers instead of an axis.</summary>
    public bool IsOverFlowLength => Layout.CurveX == CurveSettings.FlowLength && !Results.Axes.Contains(CurveSettings.FlowLength);

    /// <summary>The values of the row axis; one empty value when all is one row.</summary>
    public IReadOnlyList<string> RowValues => Rows is null ? [""] : Results.Values(Rows);

    /// <summary>The cells of a row, in the plan's order.</summary>
    public IEnumerable<CellResults> CellsOf(string rowValue) => Results.Cells.Where(cell => Rows is null || cell.Label(Rows) == rowValue);

    public string RowText(string rowValue) => Rows is null ? Title : AxisText.Value(Rows, rowValue);

    private static string? Known(RunResults results, string? axis) => axis is not null && results.Axes.Contains(axis) ? axis : null;

    private static bool Varies(RunResults results, string axis) => results.Values(axis).Count > 1;

    private static bool IsNumeric(RunResults results, string axis) =>
        Varies(results, axis) && results.Values(axis).All(value => AxisText.Number(value) is not null);

    /// <summary>A divergence too, but beside the likelihood that it is the bound's distance from: that one is the result.</summary>
    private const string GapOfBound = "kl_gap";

    /// <summary>
    /// The one asked for; else a divergence; else an estimate or bound that has a better direction; else whatever there is. A metric that contradicts others, or is
    /// not available, in every cell is none of these.
    /// </summary>
    private static MetricDescription? FindHeadline(RunResults results, string? name)
    {
        MetricDescription[] all = [.. results.Metrics], usable = [.. all.Where(metric => results.Cells.Any(cell => IsUsable(cell, metric)))];
        return all.FirstOrDefault(metric => metric.Name == name) ?? FindHeadline(usable) ?? FindHeadline(all);
    }

    private static MetricDescription? FindHeadline(MetricDescription[] metrics) =>
        metrics.FirstOrDefault(metric => metric.Name.StartsWith("kl", StringComparison.Ordinal) && !metric.Name.StartsWith(GapOfBound, StringComparison.Ordinal) && metric.LowerIsBetter is not null && metric.Kind != MetricKind.Diagnostic)
        ?? metrics.FirstOrDefault(metric => metric.Name == "test_nll")
        ?? metrics.FirstOrDefault(metric => metric.Kind is not (MetricKind.Diagnostic or MetricKind.Consistency) && metric.LowerIsBetter is not null)
        ?? (metrics.Length > 0 ? metrics[0] : null);

    private static bool IsUsable(CellResults cell, MetricDescription metric) => cell.Statistics(metric) is { Available: > 0 } && !cell.Fails(metric);
}
