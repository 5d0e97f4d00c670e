using FlowLab.Host.Figures;

namespace FlowLab.Host.Reports;

/// <summary>The whole figure as one picture, with captions, for papers and slides.</summary>
internal static class ContactSheet
{
    private const string Note = "Densities, z1 to the right, z2 up; colors from 0 (dark) to the 99.8 % quantile over the square (bright), ";

    public static Drawing Of(FigureGrid grid)
    {
        int shift = grid.HasTargets ? 1 : 0;
        IEnumerable<int> groups = Enumerable.Range(0, grid.Columns.Count).Where(grid.StartsGroup).Select(column => column + shift);
        return PictureTableDrawing.Of(new PictureTable(
            [.. Enumerable.Range(0, Math.Max(grid.ColumnAxes.Count, 1)).Select(axis => Heads(grid, axis))], groups.ToHashSet(), [.. grid.Rows.Select(row => Row(grid, row))],
            Note + (grid.HasTargets ? "of the target for a whole row." : "of each picture.")));
    }

    private static IReadOnlyList<(string Text, int Span)> Heads(FigureGrid grid, int axis)
    {
        bool isLast = axis == Math.Max(grid.ColumnAxes.Count, 1) - 1;
        IEnumerable<(string, int)> columns = grid.ColumnAxes.Count == 0 ? [("model", 1)] : grid.Headings(axis);
        return [.. grid.HasTargets ? [(isLast ? "target" : "", 1)] : (IEnumerable<(string, int)>)[], .. columns];
    }

    private static PictureTable.Row Row(FigureGrid grid, FigureRow row) =>
        new(row.Label, [.. grid.HasTargets ? [Cell(row.Target)] : (IEnumerable<PictureTable.Cell?>)[], .. row.Panels.Select(Cell)]);

    private static PictureTable.Cell? Cell(FigurePanel? panel) =>
        panel?.Density is { } density ? new PictureTable.Cell(density.Image, panel.Scale, panel.Pictured is { } pictured ? NumberText.Of(pictured.Value) : "") : null;
}
