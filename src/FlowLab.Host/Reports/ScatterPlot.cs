using System.Globalization;
using System.Text;
using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Reports;

/// <summary>Latent points as SVG: a dot per point, a color and an entry of the legend per class.</summary>
internal static class ScatterPlot
{
    private const int Plot = 400;
    private const int Left = 44;
    private const int Top = 14;
    private const int Bottom = 40;
    private const int LegendWidth = 70;
    private const int LegendLine = 18;
    private const double Quantile = 0.002;
    private const string OneColor = "#0072b2";

    /// <summary>Ten colors that differ in lightness too; more classes begin again.</summary>
    private static readonly string[] Colors =
        ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#7f5539", "#8a8d91", "#b8b000", "#5b3f9e"];

    /// <summary>Width in pixels.</summary>
    public static int Width(LatentPoints points) => Left + Plot + (points.Classes is { Length: > 0 } ? LegendWidth : 12);

    /// <summary>The element for a page that carries <see cref="ChartStyle.ForPage"/>.</summary>
    public static MarkupText Inline(LatentPoints points) => Draw(points, "", "");

    /// <summary>A file that stands alone.</summary>
    public static string Standalone(LatentPoints points) =>
        Draw(points, " xmlns=\"http://www.w3.org/2000/svg\"", "<style>" + ChartStyle.ForFile + "</style>").Append($"\n").ToString();

    private static MarkupText Draw(LatentPoints points, string attributes, string style)
    {
        ChartScale x = Scale(points.X), y = Scale(points.Y);
        byte[] classes = [.. (points.Classes ?? []).Distinct().Order()];
        int width = Width(points), height = Top + Plot + Bottom;
        var svg = new MarkupText();
        svg.AppendMarkup("<svg class=\"chart\" role=\"img\"" + attributes);
        svg.Append($" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" aria-label=\"{points.Label}\">").AppendMarkup(style);
        svg.Append($"<g transform=\"translate({Left} {Top})\">");
        DrawAxes(svg, x, y);
        svg.Append($"<svg x=\"0\" y=\"0\" width=\"{Plot}\" height=\"{Plot}\" overflow=\"hidden\">");
        if (classes.Length == 0)
            DrawDots(svg, points, x, y, OneColor, null);
        foreach (byte label in classes)
            DrawDots(svg, points, x, y, Color(label), label);
        svg.Append($"</svg><rect class=\"frame\" width=\"{Plot}\" height=\"{Plot}\"/>");
        DrawLegend(svg, classes);
        return svg.Append($"</g></svg>");
    }

    /// <summary>All but the outermost points, which are clipped: a few strays would push the rest together.</summary>
    private static ChartScale Scale(float[] values)
    {
        float[] sorted = [.. values.Where(float.IsFinite).Order()];
        if (sorted.Length == 0)
            return ChartScale.Exact(-1, 1);
        int cut = (int)(sorted.Length * Quantile);
        double low = sorted[cut], high = sorted[^(1 + cut)], margin = Math.Max((high - low) * 0.04, 1e-6);
        return ChartScale.Exact(low - margin, high + margin);
    }

    private static void DrawAxes(MarkupText svg, ChartScale x, ChartScale y)
    {
        foreach (double tick in x.Ticks)
            svg.Append($"<path class=\"grid\" d=\"M{x.Fraction(tick) * Plot} 0v{Plot}\"/><text class=\"tick\" text-anchor=\"middle\" x=\"{x.Fraction(tick) * Plot}\" y=\"{Plot + 14}\">{ChartScale.Label(tick)}</text>");
        foreach (double tick in y.Ticks)
            svg.Append($"<path class=\"grid\" d=\"M0 {(1 - y.Fraction(tick)) * Plot}h{Plot}\"/><text class=\"tick\" text-anchor=\"end\" x=\"-5\" y=\"{(1 - y.Fraction(tick)) * Plot + 3.5}\">{ChartScale.Label(tick)}</text>");
        svg.Append($"<text text-anchor=\"middle\" x=\"{Plot / 2}\" y=\"{Plot + 30}\">z1</text><text text-anchor=\"middle\" transform=\"translate({16 - Left} {Plot / 2}) rotate(-90)\">z2</text>");
    }

    /// <summary>A path of empty lines with round ends is the shortest way to write dots.</summary>
    private static void DrawDots(MarkupText svg, LatentPoints points, ChartScale x, ChartScale y, string color, byte? label)
    {
        var path = new StringBuilder();
        for (int index = 0; index < points.X.Length; index++)
        {
            bool isOurs = (label is null || points.Classes![index] == label) && float.IsFinite(points.X[index]) && float.IsFinite(points.Y[index]);
            if (isOurs)
                path.Append(CultureInfo.InvariantCulture, $"M{x.Fraction(points.X[index]) * Plot:0.#} {(1 - y.Fraction(points.Y[index])) * Plot:0.#}h0");
        }
        svg.Append($"<path class=\"dots\" fill=\"none\" stroke=\"{color}\" stroke-opacity=\"0.75\" stroke-width=\"3.4\" stroke-linecap=\"round\" d=\"{path.ToString()}\"/>");
    }

    private static void DrawLegend(MarkupText svg, byte[] classes)
    {
        for (int index = 0; index < classes.Length; index++)
        {
            int y = 10 + index * LegendLine;
            svg.Append($"<circle cx=\"{Plot + 16}\" cy=\"{y}\" r=\"4.5\" fill=\"{Color(classes[index])}\"/><text x=\"{Plot + 26}\" y=\"{y + 4}\">{(int)classes[index]}</text>");
        }
    }

    private static string Color(byte label) => Colors[label % Colors.Length];
}
