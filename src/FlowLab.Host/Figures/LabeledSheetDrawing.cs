using FlowLab.Data;
using ScottPlot;
using SkiaSharp;

namespace FlowLab.Host.Figures;

/// <summary>Draws a <see cref="LabeledSheet"/>.</summary>
internal static class LabeledSheetDrawing
{
    private const float Margin = 8;
    private const float Gap = 3;
    private const float LabelSize = 11;
    private const float NoteSize = 9;
    private const float HeadHeight = 17;
    private const float NoteHeight = 15;

    public static Drawing Of(LabeledSheet sheet)
    {
        int scale = SheetDrawing.Scale(sheet.Shape);
        float tileWidth = sheet.Shape.Width * scale, tileHeight = sheet.Shape.Height * scale;
        float left = Margin + 2 * Gap + sheet.Lines.Max(line => FigureText.Measure(line.Label, LabelSize).Width);
        float width = left + sheet.Heads.Count * (tileWidth + Gap) + Margin, bottom = Margin + HeadHeight + sheet.Lines.Count * (tileHeight + Gap);
        IReadOnlyList<string> note = FigureText.Wrap(sheet.Note, NoteSize, width - 2 * Margin);
        return new Drawing(width, bottom + note.Count * NoteHeight + Margin, canvas =>
        {
            for (int column = 0; column < sheet.Heads.Count; column++)
                canvas.Write(sheet.Heads[column], left + column * (tileWidth + Gap), Margin, tileWidth, LabelSize, Alignment.UpperCenter);
            for (int line = 0; line < sheet.Lines.Count; line++)
                DrawLine(canvas, sheet.Shape, sheet.Lines[line], left, Margin + HeadHeight + line * (tileHeight + Gap));
            for (int line = 0; line < note.Count; line++)
                canvas.Write(note[line], Margin, bottom + line * NoteHeight, width - 2 * Margin, NoteSize, Alignment.UpperLeft);
        });
    }

    private static void DrawLine(FigureCanvas canvas, PointShape shape, LabeledSheet.Line line, float left, float top)
    {
        float width = shape.Width * SheetDrawing.Scale(shape), height = shape.Height * SheetDrawing.Scale(shape);
        canvas.Write(line.Label, Margin, top + (height - LabelSize) / 2, left - 2 * Gap - Margin, LabelSize, Alignment.UpperLeft);
        for (int index = 0; index < line.Pixels.Length / shape.Dimension; index++)
        {
            using SKBitmap tile = SheetDrawing.Tile(line.Pixels.AsSpan(index * shape.Dimension, shape.Dimension), shape);
            canvas.Draw(tile, left + index * (width + Gap), top, width, height, isSmooth: false);
        }
    }
}
