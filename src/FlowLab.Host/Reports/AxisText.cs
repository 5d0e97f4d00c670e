using System.Globalization;

namespace FlowLab.Host.Reports;

/// <summary>Axes of a sweep and their values in the words of a figure.</summary>
public static class AxisText
{
    /// <summary>The last word of a path into the manifest: "length" for "flow.0.length".</summary>
    public static string Name(string axis) =>
        axis.Split('.', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(part => !part.All(char.IsAsciiDigit)) ?? axis;

    /// <summary>"K = 8" for a number, the value itself for a name.</summary>
    public static string Value(string axis, string value) =>
        value.Length == 0 ? "\u2013" : Number(value) is null ? value : $"{Name(axis)} = {value}";

    public static double? Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
}
