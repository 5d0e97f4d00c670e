using FlowLab.Energies;
using FlowLab.Engine.Evaluation;
using ScottPlot;

namespace FlowLab.Host.Figures;

/// <summary>Points of the plane: a dot per point, a color, a shape and an entry of the legend per class.</summary>
internal static class ScatterDrawing
{
    private const float Side = 400;
    private const float LegendRoom = 60;
    private const float LegendLine = 18;
    private const float LegendFontSize = 11;
    private const float DotSize = 4;
    private const double Quantile = 0.002;
    private const double Opacity = 0.75;

    private static PixelPadding Room => PanelPlot.Room;

    /// <summary>Latent points: all but the outermost, which are clipped, since a few strays would push the rest together.</summary>
    public static Drawing Of(LatentPoints points) => Of(points.X, points.Y, points.Classes, Inner(points.X), Inner(points.Y));

    /// <summary>Draws of a model on the square that the target's figures show.</summary>
    /// <param name="points">[N, 2].</param>
    /// <param name="square">The square.</param>
    public static Drawing Of(float[] points, EnergyGrid square)
    {
        ChartScale axis = ChartScale.Exact(square.Minimum, square.Maximum);
        return Of([.. points.Where((_, index) => index % 2 == 0)], [.. points.Where((_, index) => index % 2 == 1)], null, axis, axis);
    }

    private static Drawing Of(float[] xs, float[] ys, byte[]? classes, ChartScale x, ChartScale y)
    {
        byte[] labels = [.. (classes ?? []).Distinct().Order()];
        float width = Room.Left + Side + Room.Right, height = Room.Top + Side + Room.Bottom;
        return new Drawing(width + (labels.Length > 0 ? LegendRoom : 0), height, canvas =>
        {
            using Plot plot = PanelPlot.Empty(x, y, "z1", "z2", canvas.Text);
            foreach (int label in classes is null ? [-1] : labels.Select(label => (int)label))
                AddDots(plot, [.. Enumerable.Range(0, xs.Length).Where(index => (label < 0 || classes![index] == label) && float.IsFinite(xs[index]) && float.IsFinite(ys[index]))
                    .Select(index => new Coordinates(Math.Clamp(x.Fraction(xs[index]), -1, 2), Math.Clamp(y.Fraction(ys[index]), -1, 2)))], label);
            canvas.Render(plot, 0, 0, width, height);
            for (int index = 0; index < labels.Length; index++)
                DrawEntry(canvas, labels[index], width, Room.Top + index * LegendLine);
        });
    }

    private static ChartScale Inner(float[] values)
    {
        float[] sorted = [.. values.Where(float.IsFinite).Order()];
        if (sorted.Length == 0)
            return ChartScale.Exact(-1, 1);
        int cut = (int)(sorted.Length * Quantile);
        double low = sorted[cut], high = sorted[^(1 + cut)], margin = Math.Max((high - low) * 0.04, Math.Max(Math.Abs(low), 1) * 1e-6);
        return ChartScale.Exact(low - margin, high + margin);
    }

    private static void AddDots(Plot plot, Coordinates[] dots, int label)
    {
        if (dots.Length > 0)
            plot.Add.Markers(dots, Shape(label), DotSize, ColorOf(label).WithAlpha(Opacity));
    }

    private static void DrawEntry(FigureCanvas canvas, byte label, float left, float top)
    {
        using var plot = new Plot();
        plot.FigureBackground.Color = plot.DataBackground.Color = Colors.Transparent;
        plot.Layout.Frameless();
        plot.HideGrid();
        plot.Axes.SetLimits(-1, 1, -1, 1);
        plot.Add.Markers((Coordinates[])[new(0, 0)], Shape(label), DotSize * 2, ColorOf(label));
        canvas.Render(plot, left, top, LegendLine, LegendLine);
        canvas.Write(FormattableString.Invariant($"{label}"), left + LegendLine, top + 2, LegendRoom - LegendLine, LegendFontSize, Alignment.UpperLeft);
    }

    private static Color ColorOf(int label) => label < 0 ? ChartColors.Line(0) : ChartColors.Class(label);

    private static MarkerShape Shape(int label) => label < 0 ? MarkerShape.FilledCircle : ChartColors.Marker(label);
}
