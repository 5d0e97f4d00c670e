using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace FlowLab.Host.Plugins;

/// <summary>The numbers that a setting may take.</summary>
/// <param name="Minimum">Lower end.</param>
/// <param name="Maximum">Upper end.</param>
/// <param name="ExcludesMinimum">Whether the lower end itself is refused.</param>
/// <param name="ExcludesMaximum">Whether the upper end itself is refused.</param>
public sealed record SettingRange(double Minimum, double Maximum, bool ExcludesMinimum = false, bool ExcludesMaximum = false)
{
    /// <summary>The range that an attribute on a numeric property states.</summary>
    public static SettingRange From(RangeAttribute range) =>
        new(ToDouble(range.Minimum), ToDouble(range.Maximum), range.MinimumIsExclusive, range.MaximumIsExclusive);

    /// <summary>Whether <paramref name="value"/> lies inside; never true for NaN.</summary>
    public bool Contains(double value) =>
        (ExcludesMinimum ? value > Minimum : value >= Minimum) && (ExcludesMaximum ? value < Maximum : value <= Maximum);

    /// <inheritdoc/>
    public override string ToString() =>
        (ExcludesMinimum ? "more than " : "") + Format(Minimum) + " to " + (ExcludesMaximum ? "less than " : "") + Format(Maximum);

    private static double ToDouble(object end) => Convert.ToDouble(end, CultureInfo.InvariantCulture);

    private static string Format(double end) => end.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
}
