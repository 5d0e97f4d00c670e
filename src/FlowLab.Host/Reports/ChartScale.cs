using System.Globalization;

namespace FlowLab.Host.Reports;

/// <summary>One axis of a chart: which values it spans, linearly or by their logarithm, and where its ticks are.</summary>
public sealed record ChartScale(double Minimum, double Maximum, bool IsLogarithmic, IReadOnlyList<double> Ticks)
{
    private const double LogarithmicSpread = 10;
    private const double LogarithmicMargin = 0.08;
    private const double LinearMargin = 0.06;
    private const int MaximumTicks = 6;

    /// <summary>0 at the lower end, 1 at the upper.</summary>
    public double Fraction(double value) => (Transform(value) - Transform(Minimum)) / (Transform(Maximum) - Transform(Minimum));

    /// <summary>For values that vary over more than a decade, all positive, logarithmic; else linear.</summary>
    public static ChartScale ForValues(IReadOnlyCollection<double> values, IReadOnlyCollection<double> withErrors)
    {
        if (values.Count == 0)
            return Linear(0, 1);
        double low = values.Min(), high = values.Max();
        if (low > 0 && high / low >= LogarithmicSpread)
            return Logarithmic(Math.Min(low, withErrors.Where(value => value > low / 2).DefaultIfEmpty(low).Min()), withErrors.Append(high).Max());
        return Linear(withErrors.Append(low).Min(), withErrors.Append(high).Max());
    }

    /// <summary>Ticks at the swept values themselves.</summary>
    public static ChartScale ForSweep(IReadOnlyList<double> values)
    {
        double low = values.Min(), high = values.Max();
        bool isLogarithmic = low > 0 && high / low >= 8;
        if (isLogarithmic)
            return new ChartScale(low * Math.Pow(high / low, -LogarithmicMargin), high * Math.Pow(high / low, LogarithmicMargin), true, [.. values.Distinct().Order()]);
        double margin = high > low ? (high - low) * LinearMargin : 1;
        return new ChartScale(low - margin, high + margin, false, [.. values.Distinct().Order()]);
    }

    /// <summary>From end to end, without margins.</summary>
    public static ChartScale Exact(double low, double high) => new(low, high > low ? high : low + 1, false, LinearTicks(low, high > low ? high : low + 1));

    public static string Label(double tick)
    {
        double size = Math.Abs(tick);
        return size >= 1e6 ? tick.ToString("0.###e0", CultureInfo.InvariantCulture)
            : size >= 1e4 ? (tick / 1000).ToString("0.##", CultureInfo.InvariantCulture) + "k"
            : size is > 0 and < 1e-3 ? tick.ToString("0.#e0", CultureInfo.InvariantCulture)
            : tick.ToString("0.####", CultureInfo.InvariantCulture);
    }

    private static ChartScale Linear(double low, double high)
    {
        double margin = high > low ? (high - low) * LinearMargin : Math.Max(Math.Abs(low) * LinearMargin, 1e-12);
        double bottom = low >= 0 && low < margin ? 0 : low - margin;
        return new ChartScale(bottom, high + margin, false, LinearTicks(bottom, high + margin));
    }

    private static ChartScale Logarithmic(double low, double high)
    {
        double margin = Math.Pow(high / low, LogarithmicMargin);
        return new ChartScale(low / margin, high * margin, true, LogarithmicTicks(low / margin, high * margin));
    }

    private static double[] LinearTicks(double low, double high)
    {
        double rough = (high - low) / (MaximumTicks - 1), power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        int first = (int)Math.Ceiling(low / step - 1e-9), last = (int)Math.Floor(high / step + 1e-9);
        return [.. Enumerable.Range(first, Math.Max(last - first + 1, 0)).Select(index => Math.Round(index * step, 12))];
    }

    /// <summary>Decades; with 2 and 5 between them where there would be too few, every other where there would be too many.</summary>
    private static double[] LogarithmicTicks(double low, double high)
    {
        int first = (int)Math.Floor(Math.Log10(low)), last = (int)Math.Ceiling(Math.Log10(high));
        IEnumerable<int> decades = Enumerable.Range(first, last - first + 1);
        double[] factors = high / low < 1000 ? [1, 2, 5] : [1];
        int stride = Math.Max((last - first) / MaximumTicks, 1);
        return [.. decades.Where(decade => decade % stride == 0)
            .SelectMany(decade => factors.Select(factor => factor * Math.Pow(10, decade))).Where(tick => tick >= low && tick <= high)];
    }

    private double Transform(double value) => IsLogarithmic ? Math.Log(Math.Max(value, double.Epsilon)) : value;
}
