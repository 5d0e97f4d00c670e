namespace FlowLab.Host.Figures;

/// <summary>One axis of a chart: which values it spans, linearly or by their logarithm, and where its ticks are.</summary>
public sealed record ChartScale(double Minimum, double Maximum, bool IsLogarithmic, IReadOnlyList<double> Ticks)
{
    private const double LogarithmicSpread = 10;
    private const double LogarithmicMargin = 0.08;
    private const double LinearMargin = 0.06;
    private const int MaximumTicks = 8;

    /// <summary>Values that differ by less of their size than this are the same for a reader, and nearly so for a double.</summary>
    private const double SmallestSpread = 1e-13;

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
    public static ChartScale Exact(double low, double high)
    {
        double end = high - low > Math.Abs(low) * SmallestSpread ? high : low + Math.Max(1, Math.Abs(low) * LinearMargin);
        return new ChartScale(low, end, false, LinearTicks(low, end));
    }

    private static ChartScale Linear(double low, double high)
    {
        bool isOne = high - low <= Math.Max(Math.Abs(low), Math.Abs(high)) * SmallestSpread;
        double margin = isOne ? Math.Max(Math.Abs(low) * LinearMargin, 1e-12) : high * LinearMargin - low * LinearMargin;
        double bottom = low >= 0 && low < margin ? 0 : Math.Max(low - margin, -double.MaxValue), top = Math.Min(high + margin, double.MaxValue);
        return new ChartScale(bottom, top, false, LinearTicks(bottom, top));
    }

    private static ChartScale Logarithmic(double low, double high)
    {
        double margin = Math.Exp((Math.Log(high) - Math.Log(low)) * LogarithmicMargin);
        double bottom = Math.Max(low / margin, double.Epsilon), top = Math.Min(high * margin, double.MaxValue);
        return new ChartScale(bottom, top, true, LogarithmicTicks(bottom, top));
    }

    /// <summary>Multiples of 1, 2 or 5 times a power of ten.</summary>
    private static double[] LinearTicks(double low, double high)
    {
        double rough = high / (MaximumTicks - 1) - low / (MaximumTicks - 1), power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        double first = Math.Ceiling(low / step - 1e-9), last = Math.Floor(high / step + 1e-9);
        return [.. Enumerable.Range(0, (int)Math.Clamp(last - first + 1, 0, 2 * MaximumTicks)).Select(index => Multiple(first + index, step))];
    }

    /// <summary>A multiple of a step as its decimal digits say: 3 x 0.1 is 0.3.</summary>
    private static double Multiple(double times, double step) => step < 1 && 1 / step is var inverse && double.IsFinite(inverse) ? times / Math.Round(inverse, 12 - (int)Math.Min(12, Math.Ceiling(Math.Log10(inverse)))) : times * step;

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

    private double Transform(double value) => IsLogarithmic ? Math.Log(Math.Max(value, double.Epsilon)) : value / ScaleOfSize;

    /// <summary>Keeps differences of the largest numbers finite.</summary>
    private double ScaleOfSize => Math.Max(Math.Max(Math.Abs(Minimum), Math.Abs(Maximum)), double.Epsilon);
}
