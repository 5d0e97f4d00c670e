using System.Globalization;

namespace FlowLab.Host.Figures;

/// <summary>What stands at the ticks of an axis: short at any magnitude, and different for ticks that differ.</summary>
/// <param name="Labels">A label per tick.</param>
/// <param name="Offset">What is to be added to all of them; 0 where nothing is.</param>
internal sealed record TickText(IReadOnlyList<string> Labels, double Offset)
{
    private const int MaximumDigits = 5;

    /// <summary>The labels of ticks in ascending order; of ticks that differ only far behind their first digits, the labels of their distance to the first one.</summary>
    public static TickText Of(IReadOnlyList<double> ticks)
    {
        if (ticks.Count < 2)
            return new TickText([.. ticks.Select(Label)], 0);
        double step = Short(ticks.Zip(ticks.Skip(1), (low, high) => high - low).Min()), largest = ticks.Max(Math.Abs);
        bool isShort = Math.Log10(largest / step) < MaximumDigits - 1;
        return isShort ? new TickText([.. ticks.Select(Label)], 0) : new TickText([.. ticks.Select(tick => Label(Rounded(tick - ticks[0], step)))], ticks[0]);
    }

    /// <summary>What an axis says about its labels: its quantity and, where there is one, the offset.</summary>
    public string Named(string quantity) =>
        Offset == 0 ? quantity : $"{quantity} {(Offset < 0 ? '\u2212' : '+')} {Math.Abs(Offset).ToString("G15", CultureInfo.InvariantCulture)}".TrimStart();

    /// <summary>A tick with up to five digits.</summary>
    public static string Label(double tick)
    {
        double size = Math.Abs(tick);
        return size >= 1e6 || size is > 0 and < 1e-3 ? tick.ToString("0.####e0", CultureInfo.InvariantCulture)
            : size >= 1e4 ? (tick / 1000).ToString("0.####", CultureInfo.InvariantCulture) + "k"
            : tick.ToString(size < 1 ? "0.#######" : "0.####", CultureInfo.InvariantCulture);
    }

    /// <summary>Three digits, which the difference of two ticks has and rounding hides.</summary>
    private static double Short(double step) => double.Parse(step.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Without what subtracting numbers of many digits leaves behind those that mean something.</summary>
    private static double Rounded(double value, double step) => Math.Round(value / step * 10) * step / 10;
}
