using System.Reflection;
using System.Text;
using ScottPlot;
using SkiaSharp;

namespace FlowLab.Host.Figures;

/// <summary>
/// The fonts of all figures, which come with the program so that figures look the same everywhere: a small one with Latin, Greek and mathematics, and the whole one that it is part of, with
/// Cyrillic, Arabic, Hebrew, Georgian, Armenian. A text in another script takes the installed font that has most of its letters.
/// </summary>
internal sealed class FigureFont : IFontResolver
{
    /// <summary>The name of the font that comes with the program.</summary>
    public const string Family = "DejaVu Sans";

    private const string WholeFamily = "DejaVu Sans, whole";
    private const string Resources = "FlowLab.Host.Figures.Fonts.";

    private static readonly SKTypeface Small = Load("FigureSans.ttf");
    private static readonly Lazy<SKTypeface> Whole = new(() => Load("DejaVuSans.ttf"));
    private static readonly Lazy<Dictionary<string, SKTypeface>> Installed = new(() =>
        SKFontManager.Default.FontFamilies.Distinct().Select(name => (name, Face: SKTypeface.FromFamilyName(name))).Where(font => font.Face is not null).ToDictionary(font => font.name, font => font.Face));

    static FigureFont()
    {
        ScottPlot.Fonts.FontResolvers.Insert(0, new FigureFont());
        ScottPlot.Fonts.Default = Family;
    }

    /// <summary>The name of the font to write a text in.</summary>
    public static string For(string text) => Lacks(Small, text) == 0 ? Family : Lacks(Whole.Value, text) == 0 ? WholeFamily : Best(text);

    /// <summary>Whether a font that <see cref="For"/> names has a letter.</summary>
    public static bool Has(string family, Rune letter) => FaceOf(family)!.ContainsGlyph(letter.Value);

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => FaceOf(fontName);

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => FaceOf(fontName);

    private static SKTypeface? FaceOf(string family) => family == Family ? Small : family == WholeFamily ? Whole.Value : Installed.Value.GetValueOrDefault(family);

    private static string Best(string text)
    {
        IEnumerable<string> better = Installed.Value.Where(font => Lacks(font.Value, text) < Lacks(Whole.Value, text)).OrderBy(font => Lacks(font.Value, text)).Select(font => font.Key);
        return better.FirstOrDefault(WholeFamily);
    }

    private static int Lacks(SKTypeface face, string text) => text.EnumerateRunes().Count(letter => !face.ContainsGlyph(letter.Value));

    private static SKTypeface Load(string name)
    {
        using Stream font = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resources + name)!;
        using SKData data = SKData.Create(font);
        return SKTypeface.FromData(data);
    }
}
