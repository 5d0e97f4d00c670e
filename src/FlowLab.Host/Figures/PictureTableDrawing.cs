using ScottPlot;
using SkiaSharp;

namespace FlowLab.Host.Figures;

/// <summary>Draws a <see cref="PictureTable"/>.</summary>
internal static class PictureTableDrawing
{
    private const float Side = 92;
    private const float Margin = 8;
    private const float Gap = 4;
    private const float GroupGap = 10;
    private const float HeadSize = 11;
    private const float CaptionSize = 9;
    private const float HeadHeight = 17;
    private const float CaptionHeight = 15;
    private const float MaximumLabel = 140;
    private const int Resolution = 256;

    public static Drawing Of(PictureTable table)
    {
        float[] lefts = Lefts(table);
        float top = Margin + table.Heads.Count * HeadHeight, rowHeight = Side + CaptionHeight;
        float width = lefts[^1] + Side + Margin, bottom = top + table.Rows.Count * rowHeight;
        IReadOnlyList<string> note = FigureText.Wrap(table.Note, CaptionSize, width - 2 * Margin);
        return new Drawing(width, bottom + note.Count * CaptionHeight + Margin, canvas =>
        {
            for (int line = 0; line < table.Heads.Count; line++)
                DrawHeads(canvas, table.Heads[line], lefts, Margin + line * HeadHeight);
            for (int row = 0; row < table.Rows.Count; row++)
                DrawRow(canvas, table.Rows[row], lefts, top + row * rowHeight);
            for (int line = 0; line < note.Count; line++)
                canvas.Write(note[line], Margin, bottom + line * CaptionHeight, width - 2 * Margin, CaptionSize, Alignment.UpperLeft);
        });
    }

    /// <summary>The left end of every column, behind the widest of the rows' labels.</summary>
    private static float[] Lefts(PictureTable table)
    {
        float left = Margin + Gap + Math.Min(MaximumLabel, table.Rows.Max(row => FigureText.Measure(row.Label, HeadSize).Width));
        float[] lefts = new float[table.Columns];
        for (int column = 0; column < lefts.Length; column++)
        {
            left += column > 0 && table.Groups.Contains(column) ? GroupGap : 0;
            lefts[column] = left;
            left += Side + Gap;
        }
        return lefts;
    }

    private static void DrawHeads(FigureCanvas canvas, IReadOnlyList<(string Text, int Span)> heads, float[] lefts, float top)
    {
        int column = 0;
        foreach ((string text, int span) in heads)
        {
            float width = lefts[column + span - 1] + Side - lefts[column];
            canvas.Write(text, lefts[column], top, width, HeadSize, Alignment.UpperCenter);
            if (span > 1)
                canvas.Fill(lefts[column], top + HeadHeight - 2, width, 0.75f, ChartColors.Soft);
            column += span;
        }
    }

    private static void DrawRow(FigureCanvas canvas, PictureTable.Row row, float[] lefts, float top)
    {
        canvas.Write(row.Label, Margin, top + (Side - HeadSize) / 2, lefts[0] - Gap - Margin, HeadSize, Alignment.UpperLeft);
        for (int column = 0; column < row.Cells.Count; column++)
            if (row.Cells[column] is { } cell)
                DrawCell(canvas, cell, lefts[column], top);
    }

    private static void DrawCell(FigureCanvas canvas, PictureTable.Cell cell, float left, float top)
    {
        using SKBitmap picture = DensityPicture.Render(DensityPicture.Reduce(cell.Image, Resolution), cell.Scale);
        canvas.Draw(picture, left, top, Side, Side, isSmooth: true);
        canvas.Write(cell.Caption, left, top + Side + 1, Side, CaptionSize, Alignment.UpperCenter);
    }
}
