using FlowLab.Data;

namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>Every refusal of an expression, with its text. Columns count characters from 1.</summary>
internal static class FormulaErrors
{
    private const string Place = "target.energy";

    public static FlowLabDataException Empty() => new("FLX001",
        $"{Place}: the expression is empty; expected U(z) in z1, z2, ..., such as \"0.5*((sqrt(z1^2+z2^2)-2)/0.4)^2\"; write one");

    public static FlowLabDataException Unexpected(string text, int column, string expected) => new("FLX002",
        $"{Place}, column {column}: expected {expected}; found {Found(text, column)}; {Show(text, column)}");

    public static FlowLabDataException UnknownName(string text, int column, string name, string nearest) => new("FLX003",
        $"{Place}, column {column}: there is no \"{name}\"; expected z1, z2, ..., pi, e or one of {string.Join(", ", Functions.Names)}" +
        $"{(nearest.Length == 0 ? "" : $"; did you mean \"{nearest}\"?")}; {Show(text, column)}");

    public static FlowLabDataException ArgumentCount(string text, int column, string name, int expected, int found) => new("FLX004",
        $"{Place}, column {column}: {name} takes {expected} argument{(expected == 1 ? "" : "s")}; found {found}; {Show(text, column)}");

    public static FlowLabDataException Coordinate(string text, int column, string name, int most) => new("FLX005",
        $"{Place}, column {column}: there is no coordinate \"{name}\"; expected z1 to z{most}; count from 1; {Show(text, column)}");

    public static FlowLabDataException NoCoordinate(string text) => new("FLX006",
        $"{Place}: \"{text}\" depends on no coordinate; expected at least one of z1, z2, ...; a constant energy is no density");

    public static FlowLabDataException TooLarge(string text, int column, string what) => new("FLX007",
        $"{Place}, column {column}: the expression is too large: {what}; write a plugin for such an energy; {Show(text, column)}");

    private static string Found(string text, int column) => column > text.Length ? "the end" : $"'{text[column - 1]}'";

    /// <summary>The text around the column, which an arrow points at.</summary>
    private static string Show(string text, int column)
    {
        const int around = 20;
        int from = Math.Max(0, column - 1 - around);
        int to = Math.Min(text.Length, column - 1 + around);
        int at = Math.Min(column - 1, text.Length);
        return $"see {(from > 0 ? "..." : "")}{text[from..at]} >here> {text[at..to]}{(to < text.Length ? "..." : "")}";
    }
}
