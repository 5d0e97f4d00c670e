namespace FlowLab.Host.Reports;

/// <summary>A picture in gray, or in red, green and blue.</summary>
/// <param name="Width">Pixels per line.</param>
/// <param name="Height">Lines.</param>
/// <param name="Channels">1 for gray, 3 for colors.</param>
/// <param name="Pixels">[Height, Width, Channels], the top line first.</param>
public sealed record RasterPicture(int Width, int Height, int Channels, byte[] Pixels)
{
    /// <summary>A picture of one shade.</summary>
    public static RasterPicture Blank(int width, int height, int channels, byte shade)
    {
        byte[] pixels = new byte[width * height * channels];
        pixels.AsSpan().Fill(shade);
        return new RasterPicture(width, height, channels, pixels);
    }

    /// <summary>Copies a picture onto this one, every pixel of it a square of <paramref name="scale"/>.</summary>
    /// <param name="intensities">[Channels, height, width] in [0, 1]; what lies outside takes the nearer end, NaN black.</param>
    /// <param name="width">Width of the intensities.</param>
    /// <param name="left">Where the picture's left end comes.</param>
    /// <param name="top">Where its top comes.</param>
    /// <param name="scale">How many pixels a side.</param>
    public void Draw(ReadOnlySpan<float> intensities, int width, int left, int top, int scale)
    {
        int height = intensities.Length / (width * Channels);
        for (int y = 0; y < height * scale; y++)
            for (int x = 0; x < width * scale; x++)
                for (int channel = 0; channel < Channels; channel++)
                    Pixels[((top + y) * Width + left + x) * Channels + channel] = Level(intensities[(channel * height + y / scale) * width + x / scale]);
    }

    private static byte Level(float intensity) =>
        float.IsNaN(intensity) ? (byte)0 : (byte)Math.Round(Math.Clamp(intensity, 0, 1) * byte.MaxValue, MidpointRounding.AwayFromZero);
}
