using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

/// <summary>What the summary curves go over: an axis of the sweep, or the length of the flow.</summary>
/// <param name="XLabel">What x is.</param>
/// <param name="Rows">The rows of panels.</param>
internal sealed record CurvePlan(string XLabel, IReadOnlyList<CurveRow> Rows)
{
    /// <summary>Null where there is nothing to draw curves over.</summary>
    public static CurvePlan? Of(ReportPlan plan) =>
        plan.IsOverFlowLength ? OverFlowLength(plan) : plan.CurveX is { } axis ? OverAxis(plan, axis) : null;

    private static CurvePlan OverAxis(ReportPlan plan, string axis)
    {
        List<IReadOnlyList<string>> lines = FigureGrid.Combinations(plan.Results, plan.CurveSeries);
        return new CurvePlan(AxisText.Name(axis), [.. plan.RowValues.Select(row => new CurveRow(plan.RowText(row),
            [.. lines.Select(line => new CurveLine(NameOf(plan.CurveSeries, line), [.. plan.CellsOf(row)
                .Where(cell => plan.CurveSeries.Select(cell.Label).SequenceEqual(line))
                .Select(cell => (X: AxisText.Number(cell.Label(axis)), cell)).Where(point => point.X is not null)
                .Select(point => (point.X!.Value, point.cell)).OrderBy(point => point.Value)]))]))]);
    }

    /// <summary>A line per kind of flow. A cell without a flow is where all of them begin.</summary>
    private static CurvePlan OverFlowLength(ReportPlan plan)
    {
        var kinds = new FlowKinds(plan.Results);
        string[] others = [.. plan.Results.Axes.Where(axis => plan.Results.Values(axis).Count > 1 && !kinds.IsFlowAxis(axis))];
        string? rows = plan.Rows is not null && others.Contains(plan.Rows) ? plan.Rows : null;
        string[] series = [.. others.Where(axis => axis != rows)];
        string[] flows = [.. plan.Results.Cells.Select(kinds.KindOf).Where(kind => kind.Length > 0).Distinct()];
        var lines = (from kind in flows.DefaultIfEmpty("") from values in FigureGrid.Combinations(plan.Results, series) select (kind, values)).ToArray();
        return new CurvePlan("flow length K", [.. (rows is null ? [""] : plan.Results.Values(rows)).Select(row => new CurveRow(
            rows is null ? "" : AxisText.Value(rows, row),
            [.. lines.Select(line => Line(line.kind, line.values, plan.Results.Cells.Where(cell => rows is null || cell.Label(rows) == row)))]))]);

        CurveLine Line(string kind, IReadOnlyList<string> values, IEnumerable<CellResults> cells)
        {
            (double X, CellResults Cell)[] own = [.. cells
                .Where(cell => series.Select(cell.Label).SequenceEqual(values) && (kinds.KindOf(cell) == kind || kinds.KindOf(cell).Length == 0))
                .Select(cell => (kinds.LengthOf(cell), cell)).OrderBy(point => point.Item1)];
            string[] name = [kind.Length == 0 ? "no flow" : kind, .. series.Zip(values, AxisText.Value)];
            bool isBareStart = kind.Length > 0 && own.All(point => kinds.KindOf(point.Cell).Length == 0);
            return new CurveLine(string.Join(", ", name), isBareStart ? [] : own);
        }
    }

    private static string NameOf(IReadOnlyList<string> axes, IReadOnlyList<string> values) =>
        axes.Count == 0 ? "mean over seeds" : string.Join(", ", axes.Zip(values, AxisText.Value));
}
