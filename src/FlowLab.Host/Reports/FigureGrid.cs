using FlowLab.Host.Figures;
using FlowLab.Host.Results;

namespace FlowLab.Host.Reports;

/// <summary>The density pictures as the paper's Figure 3 lays them out: a row per target, a column per method and length.</summary>
/// <param name="ColumnAxes">The axes that the columns run over, the outermost first.</param>
/// <param name="Columns">The values of those axes, per column.</param>
/// <param name="Rows">The rows.</param>
public sealed record FigureGrid(IReadOnlyList<string> ColumnAxes, IReadOnlyList<IReadOnlyList<string>> Columns, IReadOnlyList<FigureRow> Rows)
{
    public bool HasTargets => Rows.Any(row => row.Target is not null);

    public bool HasPictures => HasTargets || Rows.Any(row => row.Panels.Any(panel => panel?.Density is not null));

    public IEnumerable<FigurePanel> Panels =>
        Rows.SelectMany(row => (FigurePanel?[])[row.Target, .. row.Panels]).OfType<FigurePanel>().Where(panel => panel.Density is not null);

    public static FigureGrid Of(ReportPlan plan)
    {
        List<IReadOnlyList<string>> columns = Combinations(plan.Results, plan.Columns);
        return new FigureGrid(plan.Columns, columns, [.. plan.RowValues.Select(value => Row(plan, columns, value))]);
    }

    /// <summary>The headings of one column axis: each with the number of columns it spans.</summary>
    public IReadOnlyList<(string Text, int Span)> Headings(int axis)
    {
        List<(string Text, int Span)> headings = [];
        for (int column = 0; column < Columns.Count; column++)
        {
            if (column > 0 && Columns[column].Take(axis + 1).SequenceEqual(Columns[column - 1].Take(axis + 1)))
                headings[^1] = (headings[^1].Text, headings[^1].Span + 1);
            else
                headings.Add((AxisText.Value(ColumnAxes[axis], Columns[column][axis]), 1));
        }
        return headings;
    }

    /// <summary>True where a column is the first of its outermost group.</summary>
    public bool StartsGroup(int column) => column == 0 || (ColumnAxes.Count > 1 && Columns[column][0] != Columns[column - 1][0]);

    /// <summary>The combinations of axis values that occur, in the order of the values.</summary>
    public static List<IReadOnlyList<string>> Combinations(RunResults results, IReadOnlyList<string> axes)
    {
        Dictionary<string, int>[] ranks = [.. axes.Select(axis => results.Values(axis).Select((value, rank) => (value, rank)).ToDictionary(pair => pair.value, pair => pair.rank))];
        IEnumerable<string[]> distinct = results.Cells.Select(cell => axes.Select(cell.Label).ToArray()).DistinctBy(values => string.Join('\0', values));
        IOrderedEnumerable<string[]> ordered = distinct.OrderBy(_ => 0);
        for (int axis = 0; axis < axes.Count; axis++)
        {
            int current = axis;
            ordered = ordered.ThenBy(values => ranks[current][values[current]]);
        }
        return [.. ordered];
    }

    private static FigureRow Row(ReportPlan plan, List<IReadOnlyList<string>> columns, string value)
    {
        CellResults[] cells = [.. plan.CellsOf(value)];
        CellResults? owner = cells.FirstOrDefault(cell => TargetOf(cell) is not null);
        double? scale = owner is null ? null : DensityPicture.Scale(TargetOf(owner)!.Image);
        FigurePanel? target = owner is null ? null : FigurePanel.Target(owner, TargetOf(owner)!, scale!.Value);
        return new FigureRow(plan.RowText(value), target, [.. columns.Select(column => Panel(plan, cells, column, scale))]);
    }

    private static FigurePanel? Panel(ReportPlan plan, CellResults[] cells, IReadOnlyList<string> column, double? scale) =>
        cells.FirstOrDefault(cell => plan.Columns.Select(cell.Label).SequenceEqual(column)) is { } found
            ? FigurePanel.Model(found, plan.Headline, scale)
            : null;

    private static RunDensity? TargetOf(CellResults cell) => cell.Densities.FirstOrDefault(density => density.Name == RunDensity.Target);
}
