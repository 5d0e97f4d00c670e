using System.Globalization;

namespace FlowLab.Host.Tests.Runs;

/// <summary>Cultures for tests; the program itself runs without any, so they are made by hand.</summary>
internal static class Cultures
{
    /// <summary>Writes 1.234,5 as German does.</summary>
    public static CultureInfo German { get; } = Make();

    private static CultureInfo Make()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.DateTimeFormat.DateSeparator = ".";
        return culture;
    }
}
