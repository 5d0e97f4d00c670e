using FlowLab.Engine.Evaluation;
using FlowLab.Host.Figures;

namespace FlowLab.Host.Viewing;

/// <summary>Pictures of cells as the page shows them: PNG.</summary>
internal static class PagePictures
{
    private const int LargestResolution = 400;
    private const float SheetDotsPerInch = 96;

    /// <summary>A density in the colors of the report.</summary>
    public static byte[] Draw(DensityImage density)
    {
        using SkiaSharp.SKBitmap bitmap = DensityPicture.Render(DensityPicture.Reduce(density, LargestResolution), DensityPicture.Scale(density));
        return FigureFormats.Png(bitmap);
    }

    /// <summary>A sheet of images as a grid.</summary>
    public static byte[] Draw(ImageSheet sheet) => FigureFormats.Png(SheetDrawing.Of(sheet), SheetDotsPerInch);
}
