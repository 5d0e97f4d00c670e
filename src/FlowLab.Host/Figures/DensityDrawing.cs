using FlowLab.Engine.Evaluation;
using ScottPlot;
using SkiaSharp;

namespace FlowLab.Host.Figures;

/// <summary>A density on its square, with axes and what its colors mean.</summary>
internal static class DensityDrawing
{
    private const float Side = 288;
    private const float BarWidth = 12;
    private const float BarGap = 14;
    private const float BarRoom = 74;
    private const int Ramp = 256;

    private static PixelPadding Room => PanelPlot.Room;

    /// <param name="image">The density.</param>
    /// <param name="scale">The density that takes the brightest color.</param>
    /// <param name="title">What it is a density of.</param>
    public static Drawing Of(DensityImage image, double scale, string title)
    {
        float width = Room.Left + Side + Room.Right, height = Room.Top + Side + Room.Bottom;
        return new Drawing(width + BarRoom, height, canvas =>
        {
            ChartScale axis = ChartScale.Exact(image.Minimum, image.Maximum);
            using Plot plot = PanelPlot.Empty(axis, axis, "z1", "z2", canvas.Text);
            plot.HideGrid();
            using SKBitmap picture = DensityPicture.Render(image, scale);
            canvas.Draw(picture, Room.Left, Room.Top, Side, Side, isSmooth: false);
            canvas.Render(plot, 0, 0, width, height);
            PanelPlot.WriteTitle(canvas, title, width);
            DrawBar(canvas, scale, Room.Left + Side + BarGap);
        });
    }

    /// <summary>From 0 to the brightest color's density.</summary>
    private static void DrawBar(FigureCanvas canvas, double scale, float left)
    {
        using Plot plot = PanelPlot.Empty(ChartScale.Exact(0, 1) with { Ticks = [] }, ChartScale.Exact(0, 1) with { Ticks = [] }, "", "", canvas.Text);
        plot.Layout.Fixed(new PixelPadding(0, BarRoom - BarWidth, Room.Bottom, Room.Top));
        PanelPlot.SetAxis(plot.Axes.Right, ChartScale.Exact(0, scale), "density", canvas.Text);
        plot.Axes.SetLimitsY(0, 1, plot.Axes.Right);
        using var ramp = new SKBitmap(1, Ramp);
        for (int line = 0; line < Ramp; line++)
            ramp.SetPixel(0, line, new SKColor(ChartColors.Densities.GetColor(1 - line / (Ramp - 1.0)).ARGB));
        canvas.Draw(ramp, left, Room.Top, BarWidth, Side, isSmooth: false);
        canvas.Render(plot, left, 0, BarRoom, Room.Top + Side + Room.Bottom);
    }
}
