using System.Globalization;
using System.Text;
using System.Xml;
using ScottPlot;

namespace FlowLab.Host.Figures;

/// <summary>
/// How the words of one drawing are written. Pictures and PDF need glyphs: of the font that has them, shaped where a script asks for it. SVG leaves both to whoever shows it, who may have
/// fonts that are missing here: letters that the font at hand lacks, or that need shaping, are drawn as stand-ins, and the text gets them back with <see cref="Restore"/>.
/// </summary>
/// <param name="keepsLetters">Whether the format keeps text as letters, as SVG does.</param>
internal sealed class FigureText(bool keepsLetters)
{
    /// <summary>Braille patterns, which the font at hand has and nobody's labels consist of.</summary>
    private const char FirstStandIn = '\u2801';

    private const int StandIns = 255;
    private const string Ellipsis = "\u2026";

    private readonly List<Rune> _replaced = [];

    /// <summary>Whether the format keeps text as letters, as SVG does.</summary>
    public bool KeepsLetters => keepsLetters;

    /// <summary>The text in ink, in its font.</summary>
    public LabelStyle Style(string words, float size)
    {
        var style = new LabelStyle { FontSize = size, ForeColor = ChartColors.Ink };
        Set(style, words);
        return style;
    }

    /// <summary>Gives a label its text, and the font that the text needs. From the first text on that needs it, the drawing's text is shaped.</summary>
    public void Set(LabelStyle label, string words)
    {
        words = Clean(words);
        string family = FigureFont.For(words);
        LabelStyle.RTLSupport |= !keepsLetters && words.EnumerateRunes().Any(IsShaped);
        label.Text = keepsLetters ? string.Concat(words.EnumerateRunes().Select(letter => IsShaped(letter) || !FigureFont.Has(family, letter) ? StandIn(letter) : letter.ToString())) : words;
        label.FontName = keepsLetters && label.Text != words ? FigureFont.Family : family;
        label.Bold = false;
    }

    /// <summary>A text of an SVG with its own letters; the same text if it has no stand-ins.</summary>
    public string Restore(string written) =>
        string.Concat(written.Select(letter => letter >= FirstStandIn && letter - FirstStandIn < _replaced.Count ? _replaced[letter - FirstStandIn].ToString() : letter.ToString()));

    /// <summary>The text without what XML does not allow, which becomes U+FFFD.</summary>
    public static string Clean(string words) =>
        string.Concat(words.EnumerateRunes().Select(letter => letter.IsBmp && !XmlConvert.IsXmlChar((char)letter.Value) ? Rune.ReplacementChar : letter));

    /// <summary>The text, its end left out where it is wider than its room.</summary>
    public static string Fit(string words, float size, float room)
    {
        var style = new LabelStyle { FontSize = size, FontName = FigureFont.For(words) };
        using Paint paint = Paint.NewDisposablePaint();
        if (style.Measure(words, paint).Width <= room)
            return words;
        string[] letters = [.. StringInfo.GetTextElementEnumerator(words).AsStrings()];
        int kept = Enumerable.Range(0, letters.Length).TakeWhile(count => style.Measure(string.Concat(letters[..count]) + Ellipsis, paint).Width <= room).LastOrDefault();
        return string.Concat(letters[..kept]).TrimEnd() + Ellipsis;
    }

    /// <summary>The lines of a text that fit into a room, broken between words.</summary>
    public static IReadOnlyList<string> Wrap(string words, float size, float room)
    {
        List<string> lines = [""];
        foreach (string word in words.Split(' '))
        {
            string longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (lines[^1].Length == 0 || Measure(longer, size).Width <= room)
                lines[^1] = longer;
            else
                lines.Add(word);
        }
        return lines;
    }

    /// <summary>Width and height of a text.</summary>
    public static PixelSize Measure(string words, float size)
    {
        using Paint paint = Paint.NewDisposablePaint();
        return new LabelStyle { FontSize = size, FontName = FigureFont.For(words) }.Measure(words, paint).Size;
    }

    private string StandIn(Rune letter)
    {
        int index = _replaced.IndexOf(letter);
        if (index < 0 && _replaced.Count < StandIns)
            _replaced.Add(letter);
        index = index < 0 ? _replaced.Count - 1 : index;
        return ((char)(FirstStandIn + index)).ToString();
    }

    /// <summary>Hebrew to Khmer, and their presentation forms.</summary>
    private static bool IsShaped(Rune letter) => letter.Value is (>= 0x0300 and < 0x0370) or (>= 0x0590 and < 0x10A0) or (>= 0x1780 and < 0x1800) or (>= 0xFB1D and < 0xFE00) or (>= 0xFE70 and < 0xFF00);
}
