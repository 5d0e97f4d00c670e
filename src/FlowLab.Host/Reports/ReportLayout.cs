using FlowLab.Host.Manifests;

namespace FlowLab.Host.Reports;

/// <summary>
/// How the axes of an experiment are laid out; what is left empty is inferred from the cells: the first axis makes the rows, the
/// last axis of numbers the x axis of the curves, the first other one their series.
/// </summary>
/// <param name="Title">The heading.</param>
/// <param name="Rows">The axis with one row of pictures per value (the target).</param>
/// <param name="Columns">The axes whose combinations make the columns, the outermost first (the method, then K).</param>
/// <param name="CurveX">The axis along x of the summary curves (K).</param>
/// <param name="CurveSeries">The axis with one line per value (the method).</param>
/// <param name="Headline">The metric of the curves, which also picks the seed that is pictured; inferred when empty.</param>
public sealed record ReportLayout(
    string Title, string? Rows, IReadOnlyList<string> Columns, string? CurveX, string? CurveSeries, string? Headline = null)
{
    /// <summary>The preset that was applied, with its description; empty if none was.</summary>
    public string Preset { get; init; } = "";

    /// <summary>The metrics of the summary curves, a panel each; the headline if empty.</summary>
    public IReadOnlyList<string> CurveMetrics { get; init; } = [];

    /// <summary>Published numbers to compare with; null if there are none.</summary>
    public ReferenceSettings? Reference { get; init; }
}
