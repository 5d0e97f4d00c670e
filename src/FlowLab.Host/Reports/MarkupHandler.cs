using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace FlowLab.Host.Reports;

/// <summary>
/// Interpolation into HTML and SVG that cannot be forgotten to escape: literal parts are markup, every value is text. Numbers are
/// written invariantly, fractions with two digits, as coordinates need them.
/// </summary>
[InterpolatedStringHandler]
public readonly ref struct MarkupHandler
{
    private readonly StringBuilder _text;

    public MarkupHandler(int literalLength, int formattedCount, MarkupText text)
    {
        _ = formattedCount;
        _text = text.Builder;
        _text.EnsureCapacity(_text.Length + literalLength);
    }

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(string? value) => Escape(_text, value ?? "");

    public void AppendFormatted(int value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    public void AppendFormatted(double value) => _text.Append(value.ToString("0.##", CultureInfo.InvariantCulture));

    public void AppendFormatted(MarkupText value) => _text.Append(value.Builder);

    /// <summary>Besides markup's own characters, what XML does not allow at all becomes U+FFFD.</summary>
    private static void Escape(StringBuilder text, string value)
    {
        foreach (Rune rune in value.EnumerateRunes())
            _ = rune.Value switch
            {
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '&' => text.Append("&amp;"),
                '"' => text.Append("&quot;"),
                '\'' => text.Append("&#39;"),
                < ' ' and not '\n' and not '\t' => text.Append('\uFFFD'),
                0xFFFE or 0xFFFF => text.Append('\uFFFD'),
                _ => text.Append(rune.ToString()),
            };
    }
}
