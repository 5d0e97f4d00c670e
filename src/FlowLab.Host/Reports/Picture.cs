namespace FlowLab.Host.Reports;

/// <summary>A picture in the colors of <see cref="Palette"/>.</summary>
/// <param name="Width">Pixels per line.</param>
/// <param name="Height">Lines.</param>
/// <param name="Pixels">[Height, Width], indices into the palette, the top line first.</param>
public sealed record Picture(int Width, int Height, byte[] Pixels)
{
    public static Picture Blank(int width, int height)
    {
        byte[] pixels = new byte[width * height];
        pixels.AsSpan().Fill(Palette.Paper);
        return new Picture(width, height, pixels);
    }

    /// <summary>Copies a picture onto this one, every pixel of it a square of <paramref name="scale"/>.</summary>
    public void Draw(Picture picture, int left, int top, int scale)
    {
        for (int y = 0; y < picture.Height * scale; y++)
            for (int x = 0; x < picture.Width * scale; x++)
                Pixels[(top + y) * Width + left + x] = picture.Pixels[y / scale * picture.Width + x / scale];
    }

    /// <summary>Fills a rectangle; what lies outside the picture is left out.</summary>
    public void Fill(int left, int top, int width, int height, byte color)
    {
        for (int y = Math.Max(top, 0); y < Math.Min(top + height, Height); y++)
            for (int x = Math.Max(left, 0); x < Math.Min(left + width, Width); x++)
                Pixels[y * Width + x] = color;
    }
}
