using FlowLab.Data;
using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Reports;

/// <summary>Lays sheets of pictures out: one as a grid; several with equal pictures as pairs of lines, the first one on top.</summary>
public static class SheetPicture
{
    private const int MinimumTile = 56;
    private const int PairsPerLine = 16;
    private const int Gap = 2;
    private const int LineGap = 8;
    private const byte Background = 235;

    /// <summary>The picture of the sheets, which have the same number of pictures of the same shape.</summary>
    public static RasterPicture Compose(params IReadOnlyList<ImageSheet> sheets)
    {
        PointShape shape = sheets[0].Shape;
        int count = sheets[0].Count, columns = Columns(count, sheets.Count), lines = (count + columns - 1) / columns;
        int scale = Scale(shape), width = shape.Width * scale, height = shape.Height * scale;
        int lineHeight = sheets.Count * (height + Gap) - Gap, gap = sheets.Count > 1 ? LineGap : Gap;
        RasterPicture picture = RasterPicture.Blank(
            columns * (width + Gap) + Gap, lines * (lineHeight + gap) - gap + 2 * Gap, shape.Channels, Background);
        for (int row = 0; row < sheets.Count; row++)
            for (int index = 0; index < count; index++)
                picture.Draw(
                    sheets[row].Pixels.AsSpan(index * shape.Dimension, shape.Dimension), shape.Width,
                    Gap + index % columns * (width + Gap), Gap + index / columns * (lineHeight + gap) + row * (height + Gap), scale);
        return picture;
    }

    /// <summary>Pixels of the result per pixel of a picture: small ones are enlarged until they can be seen.</summary>
    public static int Scale(PointShape shape) => Math.Max(1, (MinimumTile + shape.Width - 1) / shape.Width);

    private static int Columns(int count, int sheets) =>
        Math.Max(1, sheets > 1 ? Math.Min(count, PairsPerLine) : (int)Math.Ceiling(Math.Sqrt(count)));
}
