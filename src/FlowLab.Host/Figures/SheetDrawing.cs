using FlowLab.Data;
using FlowLab.Engine.Evaluation;
using ScottPlot;
using SkiaSharp;

namespace FlowLab.Host.Figures;

/// <summary>Lays sheets of pictures out: one as a grid; several with equal pictures as pairs of lines, the first one on top.</summary>
internal static class SheetDrawing
{
    private const int MinimumTile = 56;
    private const int PairsPerLine = 16;
    private const int Gap = 2;
    private const int LineGap = 8;

    private static readonly Color Background = Color.Gray(235);

    /// <summary>The sheets, which have the same number of pictures of the same shape. A pixel of a picture is <see cref="Scale"/> units wide.</summary>
    public static Drawing Of(params IReadOnlyList<ImageSheet> sheets)
    {
        PointShape shape = sheets[0].Shape;
        int count = sheets[0].Count, columns = Columns(count, sheets.Count), lines = (count + columns - 1) / columns;
        int width = shape.Width * Scale(shape), height = shape.Height * Scale(shape);
        int lineHeight = sheets.Count * (height + Gap) - Gap, gap = sheets.Count > 1 ? LineGap : Gap;
        var size = new SKSizeI(columns * (width + Gap) + Gap, lines * (lineHeight + gap) - gap + 2 * Gap);
        return new Drawing(size.Width, size.Height, canvas =>
        {
            canvas.Fill(0, 0, size.Width, size.Height, Background);
            for (int row = 0; row < sheets.Count; row++)
                for (int index = 0; index < count; index++)
                    DrawTile(canvas, sheets[row], index, Gap + index % columns * (width + Gap), Gap + index / columns * (lineHeight + gap) + row * (height + Gap));
        });
    }

    /// <summary>Units per pixel of a picture: small ones are enlarged until they can be seen.</summary>
    public static int Scale(PointShape shape) => Math.Max(1, (MinimumTile + shape.Width - 1) / shape.Width);

    private static int Columns(int count, int sheets) =>
        Math.Max(1, sheets > 1 ? Math.Min(count, PairsPerLine) : (int)Math.Ceiling(Math.Sqrt(count)));

    private static void DrawTile(FigureCanvas canvas, ImageSheet sheet, int index, int left, int top)
    {
        PointShape shape = sheet.Shape;
        using SKBitmap tile = Tile(sheet.Pixels.AsSpan(index * shape.Dimension, shape.Dimension), shape);
        canvas.Draw(tile, left, top, shape.Width * Scale(shape), shape.Height * Scale(shape), isSmooth: false);
    }

    /// <summary>[Channels, Height, Width] in [0, 1]; what lies outside takes the nearer end, NaN black.</summary>
    internal static SKBitmap Tile(ReadOnlySpan<float> intensities, PointShape shape)
    {
        int size = shape.Height * shape.Width, green = shape.Channels == 1 ? 0 : size, blue = shape.Channels == 1 ? 0 : 2 * size;
        var pixels = new SKColor[size];
        for (int pixel = 0; pixel < size; pixel++)
            pixels[pixel] = new SKColor(Level(intensities[pixel]), Level(intensities[pixel + green]), Level(intensities[pixel + blue]));
        return new SKBitmap(new SKImageInfo(shape.Width, shape.Height, SKColorType.Rgba8888, SKAlphaType.Opaque)) { Pixels = pixels };
    }

    private static byte Level(float intensity) =>
        float.IsNaN(intensity) ? (byte)0 : (byte)Math.Round(Math.Clamp(intensity, 0, 1) * byte.MaxValue, MidpointRounding.AwayFromZero);
}
