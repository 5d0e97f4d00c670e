using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FlowLab.Host.Manifests;

/// <summary><c>range(first, last)</c> and <c>range(first, last, step)</c> on the command line: the numbers from first to last, both included where the step leads there.</summary>
internal static partial class NumberRange
{
    /// <summary>How many numbers a range may have.</summary>
    public const int Most = 10_000;

    /// <summary>Whether a text means to be a range.</summary>
    public static bool IsOne(string text) => text.TrimStart().StartsWith("range(", StringComparison.Ordinal);

    /// <summary>Its numbers as a list; null where it is none.</summary>
    public static JsonArray? Parse(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match)
            return null;
        decimal[] numbers = [.. match.Groups[1].Captures.Select(capture => decimal.TryParse(capture.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : 0)];
        decimal first = numbers[0], last = numbers[1], step = numbers.Length > 2 ? numbers[2] : 1;
        if (step == 0 || (last - first) / step is < 0 or >= Most)
            return null;
        int count = (int)decimal.Truncate((last - first) / step) + 1;
        return new JsonArray([.. Enumerable.Range(0, count).Select(index => NodeOf(first + index * step))]);
    }

    private static JsonValue NodeOf(decimal number) => number == decimal.Truncate(number) ? JsonValue.Create((long)number) : JsonValue.Create(number);

    [GeneratedRegex(@"^\s*range\(\s*(?:([-+]?[\d.]+(?:[eE][-+]?\d+)?)\s*(?:,\s*|(?=\)))){2,3}\)\s*$")]
    private static partial Regex Pattern();
}
