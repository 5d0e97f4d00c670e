using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SkiaSharp;

namespace FlowLab.Host.Figures;

/// <summary>Drawings as SVG, with their text as text.</summary>
internal static class SvgFile
{
    /// <summary>Fonts of the same widths first, where the reader's machine lacks the figure's own.</summary>
    private const string FontFamilies = $"'{FigureFont.Family}',Verdana,sans-serif";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace Link = "http://www.w3.org/1999/xlink";

    /// <summary>A file that stands alone, on white.</summary>
    public static byte[] Standalone(Drawing drawing)
    {
        XElement svg = Render(drawing, "");
        svg.AddFirst(new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "white")));
        return Encoding.UTF8.GetBytes(svg.ToString(SaveOptions.DisableFormatting) + "\n");
    }

    /// <summary>An element for a page that has <see cref="ChartColors.PageStyle"/>.</summary>
    /// <param name="drawing">The figure.</param>
    /// <param name="title">What it says to those who do not see it.</param>
    /// <param name="prefix">Sets its names apart from those of the page's other figures.</param>
    public static string Inline(Drawing drawing, string title, string prefix)
    {
        XElement svg = Render(drawing, prefix);
        svg.SetAttributeValue("class", "chart");
        svg.SetAttributeValue("role", "img");
        svg.SetAttributeValue("aria-label", FigureText.Clean(title));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Render(Drawing drawing, string prefix)
    {
        using var bytes = new MemoryStream();
        FigureText text;
        using (SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(drawing.Width, drawing.Height), bytes))
            text = FigureFormats.Draw(drawing, canvas, keepsLetters: true);
        XElement svg = XDocument.Parse(Encoding.UTF8.GetString(bytes.ToArray())).Root!;
        svg.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {drawing.Width} {drawing.Height}"));
        foreach (XElement words in svg.Descendants(Svg + "text"))
            Tidy(words, text);
        SvgDashes.Restore(svg, PanelPlot.LineWidth);
        Rename(svg, prefix);
        return svg;
    }

    /// <summary>Skia sets every letter at a place of its own, which is right for the letters that it has; a text that was restored is set by whoever shows it, in the same middle.</summary>
    private static void Tidy(XElement words, FigureText text)
    {
        string written = words.Value.Trim('\n', '\t'), restored = text.Restore(written);
        words.SetAttributeValue("font-family", FontFamilies);
        float[] places = [.. words.Attribute("x")!.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(place => float.Parse(place, CultureInfo.InvariantCulture))];
        words.SetAttributeValue("y", words.Attribute("y")!.Value.TrimEnd(' ', ','));
        if (restored == written)
        {
            words.SetAttributeValue("x", string.Join(' ', places.Select(place => place.ToString("0.##", CultureInfo.InvariantCulture))));
        }
        else
        {
            float letter = places.Length > 1 ? (places[^1] - places[0]) / (places.Length - 1) : float.Parse(words.Attribute("font-size")!.Value, CultureInfo.InvariantCulture);
            words.SetAttributeValue("x", ((places[0] + places[^1] + letter) / 2).ToString("0.##", CultureInfo.InvariantCulture));
            words.SetAttributeValue("text-anchor", "middle");
        }
        words.Value = restored;
    }

    /// <summary>Numbers the names of parts anew: Skia counts through all files that a process writes.</summary>
    private static void Rename(XElement svg, string prefix)
    {
        Dictionary<string, string> names = [];
        foreach (XAttribute id in svg.Descendants().Attributes("id"))
            id.Value = names[id.Value] = FormattableString.Invariant($"{prefix}p{names.Count}");
        foreach (XAttribute attribute in svg.Descendants().Attributes())
            if (attribute.Name == Link + "href" && attribute.Value.StartsWith('#'))
                attribute.Value = "#" + names[attribute.Value[1..]];
            else if (attribute.Value.StartsWith("url(#", StringComparison.Ordinal))
                attribute.Value = $"url(#{names[attribute.Value[5..^1]]})";
    }
}
