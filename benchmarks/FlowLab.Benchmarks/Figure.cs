using System.Globalization;

namespace FlowLab.Benchmarks;

/// <summary>One measured number.</summary>
internal static class Figure
{
    /// <summary>Prints "name value unit".</summary>
    public static void Print(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:g4} {unit}"));

    /// <summary>The middle of an odd number of measurements.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered[ordered.Length / 2];
    }
}
