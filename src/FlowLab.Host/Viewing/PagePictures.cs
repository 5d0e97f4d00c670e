using FlowLab.Engine.Evaluation;
using FlowLab.Host.Reports;

namespace FlowLab.Host.Viewing;

/// <summary>Pictures of cells as the page shows them: PNG.</summary>
internal static class PagePictures
{
    private const int LargestResolution = 400;

    /// <summary>A density in the colors of the report.</summary>
    public static byte[] Draw(DensityImage density) =>
        PngEncoder.Encode(DensityPicture.Render(DensityPicture.Reduce(density, LargestResolution), DensityPicture.Scale(density)));

    /// <summary>A sheet of images as a grid.</summary>
    public static byte[] Draw(ImageSheet sheet) => PngEncoder.Encode(SheetPicture.Compose(sheet));
}
