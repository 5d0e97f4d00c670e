using System.Globalization;
using System.Xml.Linq;

namespace FlowLab.Host.Figures;

/// <summary>
/// Dashes of lines in SVG. Skia has none there, and says so on the error output: a dashed line is drawn solid, in a width that no other line has, and gets its dashes once the file is written.
/// </summary>
internal static class SvgDashes
{
    private const float Wider = 0.01f;

    /// <summary>By the round of colors that a line belongs to.</summary>
    private static readonly string?[] Dashes = [null, "8 5", "2 3"];

    /// <summary>The width that a line is drawn solid in.</summary>
    /// <param name="style">Which of the chart's lines it is.</param>
    /// <param name="width">The width of lines.</param>
    public static float StandIn(int style, float width) => width + ChartColors.Round(style) * Wider;

    /// <summary>Gives lines their dashes.</summary>
    /// <param name="svg">The figure.</param>
    /// <param name="width">The width of lines.</param>
    public static void Restore(XElement svg, float width)
    {
        foreach (XElement line in svg.Descendants().Where(part => part.Attribute("stroke-width") is not null))
        {
            float rounds = (float.Parse(line.Attribute("stroke-width")!.Value, CultureInfo.InvariantCulture) - width) / Wider;
            int round = (int)MathF.Round(rounds);
            if (round <= 0 || round >= Dashes.Length || MathF.Abs(rounds - round) > 0.2f)
                continue;
            line.SetAttributeValue("stroke-width", width.ToString(CultureInfo.InvariantCulture));
            line.SetAttributeValue("stroke-dasharray", Dashes[round]);
        }
    }
}
