using FlowLab.Energies;
using FlowLab.Engine.Cells;

namespace FlowLab.Host.Reports;

/// <summary>Points of the plane as dots on the square that the target's figures show: z1 to the right, z2 up.</summary>
internal static class PointPicture
{
    private const int Size = 512;
    private const int DotRadius = 1;
    private const byte Paper = 255;
    private const byte Ink = 30;

    private static readonly EnergyGrid DefaultSquare = new(-4, 4, Size);

    /// <param name="points">[N, 2]; those outside of the square are not drawn.</param>
    /// <param name="definition">Whose target says which square.</param>
    public static RasterPicture Draw(float[] points, TrainingDefinition definition)
    {
        EnergyGrid square = definition.Energy?.FigureGrid ?? definition.Data?.FigureGrid ?? DefaultSquare;
        RasterPicture picture = RasterPicture.Blank(Size, Size, 1, Paper);
        for (int point = 0; point < points.Length / 2; point++)
            DrawDot(picture, Place(points[2 * point], square), Size - 1 - Place(points[2 * point + 1], square));
        return picture;
    }

    private static int Place(float value, EnergyGrid square) =>
        float.IsFinite(value) ? (int)Math.Clamp(Math.Floor((value - square.Minimum) / (square.Maximum - square.Minimum) * Size), -Size, 2 * Size) : -Size;

    private static void DrawDot(RasterPicture picture, int left, int top)
    {
        for (int y = Math.Max(top - DotRadius, 0); y <= Math.Min(top + DotRadius, Size - 1); y++)
            for (int x = Math.Max(left - DotRadius, 0); x <= Math.Min(left + DotRadius, Size - 1); x++)
                picture.Pixels[y * Size + x] = Ink;
    }
}
