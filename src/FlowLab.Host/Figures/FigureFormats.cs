using FlowLab.Host.Results;
using ScottPlot;
using SkiaSharp;

namespace FlowLab.Host.Figures;

/// <summary>The formats of figures: PNG at 300 dots per inch, SVG and PDF with text as text.</summary>
internal static class FigureFormats
{
    private const float UnitsPerInch = 96;
    private const float PointsPerInch = 72;

    /// <summary>Rows as differences to those above: figures are 2 % larger than with all filters tried on every row, and sooner there.</summary>
    private static readonly SKPngEncoderOptions PngEncoding = new(SKPngEncoderFilterFlags.Up, zLibLevel: 6);

    /// <summary>ScottPlot asks a static switch whether to shape text, so one drawing is made at a time.</summary>
    private static readonly Lock OneAtATime = new();

    /// <summary>Endings of file names, one per format.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".png", ".svg", ".pdf"];

    /// <summary>Writes a figure in every format.</summary>
    /// <param name="file">The files' path without its ending.</param>
    /// <param name="drawing">The figure.</param>
    public static void WriteAll(string file, Drawing drawing)
    {
        foreach (string extension in Extensions)
            AtomicFile.Write(file + extension, Encode(drawing, extension));
    }

    /// <summary>Whether a file's name ends in one of <see cref="Extensions"/>.</summary>
    public static bool IsKnown(string file) => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant());

    /// <summary>The bytes of a file.</summary>
    /// <param name="drawing">The figure.</param>
    /// <param name="file">Its name, which ends in one of <see cref="Extensions"/>, or that ending alone.</param>
    public static byte[] Encode(Drawing drawing, string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".svg" => SvgFile.Standalone(drawing),
        ".pdf" => Pdf(drawing),
        _ => Png(drawing, PngResolution.DotsPerInch),
    };

    /// <summary>A PNG.</summary>
    /// <param name="drawing">The figure.</param>
    /// <param name="dotsPerInch">Its resolution; 96 makes a pixel of every unit.</param>
    public static byte[] Png(Drawing drawing, float dotsPerInch)
    {
        float scale = dotsPerInch / UnitsPerInch;
        using var bitmap = new SKBitmap(new SKImageInfo((int)MathF.Ceiling(drawing.Width * scale), (int)MathF.Ceiling(drawing.Height * scale), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(scale);
            Draw(drawing, canvas, keepsLetters: false);
        }
        return PngResolution.Set(Png(bitmap), dotsPerInch);
    }

    /// <summary>A PNG of a picture, pixel by pixel.</summary>
    public static byte[] Png(SKBitmap bitmap)
    {
        using SKPixmap pixels = bitmap.PeekPixels()!;
        using SKData data = pixels.Encode(PngEncoding)!;
        return data.ToArray();
    }

    /// <summary>Draws on a canvas; returns how its words were written.</summary>
    internal static FigureText Draw(Drawing drawing, SKCanvas canvas, bool keepsLetters)
    {
        var text = new FigureText(keepsLetters);
        lock (OneAtATime)
        {
            LabelStyle.RTLSupport = false;
            drawing.Draw(new FigureCanvas(canvas, text));
        }
        return text;
    }

    private static byte[] Pdf(Drawing drawing)
    {
        const float Scale = PointsPerInch / UnitsPerInch;
        using var bytes = new MemoryStream();
        using (SKDocument document = SKDocument.CreatePdf(bytes, new SKDocumentPdfMetadata { RasterDpi = PngResolution.DotsPerInch, EncodingQuality = 101, Creator = "FlowLab" }))
        {
            using (SKCanvas canvas = document.BeginPage(drawing.Width * Scale, drawing.Height * Scale))
            {
                canvas.Scale(Scale);
                Draw(drawing, canvas, keepsLetters: false);
            }
            document.EndPage();
            document.Close();
        }
        return bytes.ToArray();
    }
}
