namespace FlowLab.Host.Reports;

/// <summary>The whole figure as one picture, with captions, for papers and slides.</summary>
public static class ContactSheet
{
    private const int MinimumPanel = 192;
    private const int Margin = 16;
    private const int Gap = 8;
    private const int GroupGap = 16;
    private const int TextScale = 2;
    private const int LineHeight = BitmapFont.LineHeight * TextScale;

    public static Picture Compose(FigureGrid grid)
    {
        int size = grid.Panels.Max(panel => Enlargement(panel) * panel.Density!.Image.Resolution);
        int[] lefts = Lefts(grid, size, out int width);
        int headHeight = Margin + Math.Max(grid.ColumnAxes.Count, 1) * LineHeight;
        int rowHeight = size + LineHeight + Gap;
        Picture sheet = Picture.Blank(width, headHeight + grid.Rows.Count * rowHeight + Margin);
        DrawHeadings(sheet, grid, lefts, size);
        for (int row = 0; row < grid.Rows.Count; row++)
            DrawRow(sheet, grid.Rows[row], lefts, headHeight + row * rowHeight, size);
        return sheet;
    }

    /// <summary>The left ends of the target's column and of every other; the row labels stand to the left of them.</summary>
    private static int[] Lefts(FigureGrid grid, int size, out int width)
    {
        int[] lefts = new int[grid.Columns.Count + 1];
        int x = Margin + grid.Rows.Max(row => BitmapFont.WidthInPixels(row.Label, TextScale)) + Gap;
        lefts[0] = x;
        x += grid.HasTargets ? size + Gap : 0;
        for (int column = 0; column < grid.Columns.Count; column++)
        {
            x += grid.StartsGroup(column) && (column > 0 || grid.HasTargets) ? GroupGap : 0;
            lefts[column + 1] = x;
            x += size + Gap;
        }
        width = x - Gap + Margin;
        return lefts;
    }

    private static void DrawHeadings(Picture sheet, FigureGrid grid, int[] lefts, int size)
    {
        if (grid.HasTargets)
            DrawCentred(sheet, "target", lefts[0], size, Margin + Math.Max(grid.ColumnAxes.Count - 1, 0) * LineHeight);
        for (int axis = 0; axis < grid.ColumnAxes.Count; axis++)
        {
            int column = 0;
            foreach ((string text, int span) in grid.Headings(axis))
            {
                DrawCentred(sheet, text, lefts[column + 1], lefts[column + span] + size - lefts[column + 1], Margin + axis * LineHeight);
                column += span;
            }
        }
    }

    private static void DrawRow(Picture sheet, FigureRow row, int[] lefts, int top, int size)
    {
        BitmapFont.Draw(sheet, row.Label, Margin, top + (size - LineHeight) / 2, TextScale);
        DrawPanel(sheet, row.Target, lefts[0], top, size);
        for (int column = 0; column < row.Panels.Count; column++)
            DrawPanel(sheet, row.Panels[column], lefts[column + 1], top, size);
    }

    private static void DrawPanel(Picture sheet, FigurePanel? panel, int left, int top, int size)
    {
        if (panel?.Density is not { } density)
            return;
        int scale = Enlargement(panel), margin = (size - density.Image.Resolution * scale) / 2;
        sheet.Draw(DensityPicture.Render(density.Image, panel.Scale), left + margin, top + margin, scale);
        if (panel.Pictured is { } pictured)
            DrawCentred(sheet, NumberText.Of(pictured.Value), left, size, top + size + TextScale);
    }

    private static int Enlargement(FigurePanel panel) =>
        (MinimumPanel + panel.Density!.Image.Resolution - 1) / panel.Density.Image.Resolution;

    private static void DrawCentred(Picture sheet, string text, int left, int width, int top)
    {
        string shown = text[..Math.Min(text.Length, Math.Max(width / BitmapFont.WidthInPixels("x", TextScale), 1))];
        BitmapFont.Draw(sheet, shown, left + (width - BitmapFont.WidthInPixels(shown, TextScale)) / 2, top, TextScale);
    }
}
