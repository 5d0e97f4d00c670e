using ScottPlot;
using SkiaSharp;

namespace FlowLab.Host.Figures;

/// <summary>What a <see cref="Drawing"/> is drawn on, in any format: plots, words and pictures, in units of 1/96 inch.</summary>
internal sealed class FigureCanvas(SKCanvas canvas, FigureText text)
{
    /// <summary>How words are written.</summary>
    public FigureText Text => text;

    /// <summary>Draws a plot into a rectangle.</summary>
    public void Render(Plot plot, float left, float top, float width, float height)
    {
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        var place = new PixelRect(left, left + width, top + height, top);
        // A plot's first rendering finds its layout and is drawn twice, one over the other; the second is drawn once.
        using (var nowhere = new SKNoDrawCanvas((int)MathF.Ceiling(left + width), (int)MathF.Ceiling(top + height)))
            plot.Render(nowhere, place);
        plot.Render(canvas, place);
    }

    /// <summary>Draws another drawing, its upper left corner at a place of this one.</summary>
    public void Place(Drawing drawing, float left, float top)
    {
        canvas.Save();
        canvas.Translate(left, top);
        drawing.Draw(this);
        canvas.Restore();
    }

    /// <summary>Writes a line of text.</summary>
    /// <param name="words">The text; shortened where it is wider than <paramref name="room"/>.</param>
    /// <param name="left">Left end of its room.</param>
    /// <param name="top">Upper end of its line.</param>
    /// <param name="room">Width of its room.</param>
    /// <param name="size">Height of its letters.</param>
    /// <param name="alignment">Where in its room it stands.</param>
    public void Write(string words, float left, float top, float room, float size, Alignment alignment)
    {
        LabelStyle style = text.Style(FigureText.Fit(words, size, room), size);
        style.Alignment = alignment;
        using Paint paint = Paint.NewDisposablePaint();
        style.Render(canvas, new Pixel(left + room * (float)alignment.HorizontalFraction(), top + style.Measure(paint).Height * (float)(1 - alignment.VerticalFraction())), paint);
    }

    /// <summary>Draws a picture into a rectangle.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="left">Left end.</param>
    /// <param name="top">Upper end.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="isSmooth">Whether pixels are blended; otherwise each is a rectangle.</param>
    public void Draw(SKBitmap picture, float left, float top, float width, float height, bool isSmooth)
    {
        using SKImage image = SKImage.FromBitmap(picture);
        var sampling = isSmooth ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKFilterMode.Nearest);
        canvas.DrawImage(image, SKRect.Create(left, top, width, height), sampling);
    }

    /// <summary>Fills a rectangle.</summary>
    public void Fill(float left, float top, float width, float height, Color color)
    {
        using var paint = new SKPaint { Color = new SKColor(color.ARGB) };
        canvas.DrawRect(left, top, width, height, paint);
    }
}
