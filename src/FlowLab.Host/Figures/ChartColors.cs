using System.Globalization;
using ScottPlot;

namespace FlowLab.Host.Figures;

/// <summary>Colors of lines and points, told apart by all kinds of color vision; dashes and markers differ as well.</summary>
internal static class ChartColors
{
    /// <summary>Six of the eight colors of Okabe and Ito (jfly.uni-koeln.de/color, 2008), those that show on white, in an order of large steps; beside each, a lighter one for dark pages.</summary>
    private static readonly (string OnWhite, string OnDark)[] Lines =
        [("#0072B2", "#5EB8F0"), ("#D55E00", "#FF8C42"), ("#009E73", "#3FCF9F"), ("#CC79A7", "#E9A7CC"), ("#E69F00", "#F0C04A"), ("#56B4E9", "#9FD6FF")];

    /// <summary>Paul Tol's muted scheme (personal.sron.nl/~pault, 2021): ten classes.</summary>
    private static readonly string[] Muted = ["#332288", "#CC6677", "#117733", "#DDCC77", "#88CCEE", "#882255", "#44AA99", "#999933", "#AA4499", "#777777"];

    private static readonly MarkerShape[] Shapes = [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond];

    /// <summary>Words and frames.</summary>
    public static Color Ink { get; } = Color.FromHex("#1C2127");

    /// <summary>Ticks and what stands behind.</summary>
    public static Color Soft { get; } = Color.FromHex("#5C6670");

    /// <summary>Lines at ticks.</summary>
    public static Color Grid { get; } = Color.FromHex("#E3E7EB");

    /// <summary>How densities are colored: viridis (Smith and van der Walt, 2015), evenly brighter from dark blue to yellow.</summary>
    public static IColormap Densities { get; } = new ScottPlot.Colormaps.Viridis();

    /// <summary>The rules that turn charts over on dark pages, which may be printed on white.</summary>
    public static string PageStyle { get; } =
        "@media screen and (prefers-color-scheme:dark){" + Rule(Ink, "#E6EAEE") + Rule(Soft, "#9AA5B0") + Rule(Grid, "#2D343C") +
        ".chart text{fill:#E6EAEE}" + string.Concat(Lines.Select(line => Rule(Color.FromHex(line.OnWhite), line.OnDark))) + "}";

    /// <summary>The color of a line.</summary>
    public static Color Line(int style) => Color.FromHex(Lines[style % Lines.Length].OnWhite);

    /// <summary>Where there are more lines than colors, the next round is dashed.</summary>
    public static LinePattern Pattern(int style) => Round(style) switch { 0 => LinePattern.Solid, 1 => LinePattern.Dashed, _ => LinePattern.Dotted };

    /// <summary>0 for the lines that have a color first, 1 for those that are dashed, 2 for those that are dotted.</summary>
    public static int Round(int style) => style / Lines.Length % 3;

    /// <summary>The marker of a line.</summary>
    public static MarkerShape Marker(int style) => Shapes[style % Shapes.Length];

    /// <summary>The color of a class of points.</summary>
    public static Color Class(int label) => Color.FromHex(Muted[label % Muted.Length]);

    private static string Rule(Color color, string onDark)
    {
        string name = color.ToHex()[..7].ToUpper(CultureInfo.InvariantCulture);
        return $".chart [stroke=\"{name}\"]{{stroke:{onDark}}}.chart [fill=\"{name}\"]{{fill:{onDark}}}";
    }
}
