using FlowLab.Engine.Evaluation;
using SkiaSharp;

namespace FlowLab.Host.Figures;

/// <summary>Densities as pictures: z1 to the right, z2 up.</summary>
public static class DensityPicture
{
    private const double ScaleQuantile = 0.998;

    /// <summary>
    /// The density that takes the brightest color: its 99.8 % quantile over the square, so that a few bins of a noisy histogram
    /// or a narrow spike do not darken the rest.
    /// </summary>
    public static double Scale(DensityImage image)
    {
        float[] sorted = [.. image.Values.Where(float.IsFinite).Order()];
        if (sorted.Length == 0)
            return 1;
        double quantile = sorted[(int)((sorted.Length - 1) * ScaleQuantile)];
        double scale = quantile > 0 ? quantile : sorted[^1];
        return scale > 0 ? scale : 1;
    }

    /// <summary>A pixel per cell, the top line first. NaN is as dark as 0.</summary>
    /// <param name="image">The density.</param>
    /// <param name="scale">The density that takes the brightest color.</param>
    public static SKBitmap Render(DensityImage image, double scale)
    {
        int size = image.Resolution;
        var pixels = new SKColor[size * size];
        for (int line = 0; line < size; line++)
            for (int column = 0; column < size; column++)
                pixels[line * size + column] = ColorOf(image.Values[(size - 1 - line) * size + column] / scale);
        return new SKBitmap(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Opaque)) { Pixels = pixels };
    }

    /// <summary>The density averaged over squares of cells until at most <paramref name="maximumResolution"/> are left per axis.</summary>
    public static DensityImage Reduce(DensityImage image, int maximumResolution)
    {
        int factor = (image.Resolution + maximumResolution - 1) / maximumResolution;
        int size = image.Resolution / Math.Max(factor, 1);
        return factor <= 1 || image.Resolution % factor != 0 ? image : image with { Resolution = size, Values = Average(image, size, factor) };
    }

    private static SKColor ColorOf(double fraction) => new(ChartColors.Densities.GetColor(double.IsNaN(fraction) ? 0 : Math.Clamp(fraction, 0, 1)).ARGB);

    private static float[] Average(DensityImage image, int size, int factor)
    {
        float[] values = new float[size * size];
        for (int row = 0; row < image.Resolution; row++)
            for (int column = 0; column < image.Resolution; column++)
                values[row / factor * size + column / factor] += image.Values[row * image.Resolution + column] / (factor * factor);
        return values;
    }
}
