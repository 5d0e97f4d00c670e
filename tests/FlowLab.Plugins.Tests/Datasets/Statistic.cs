namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>Test statistics. Streams are fixed, so a test that uses them passes always or never.</summary>
internal static class Statistic
{
    /// <summary>Pearson's chi-square of counts against equal probabilities.</summary>
    public static double ChiSquare(int[] counts)
    {
        double expected = counts.Sum() / (double)counts.Length;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }

    /// <summary>Kolmogorov and Smirnov's sqrt(n) D against the uniform distribution on (0, 1); above 1.95 one time in a thousand.</summary>
    public static double KolmogorovSmirnov(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        double largest = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(sorted[i] - i / (double)sorted.Length));
            largest = Math.Max(largest, Math.Abs(sorted[i] - (i + 1.0) / sorted.Length));
        }

        return largest * Math.Sqrt(sorted.Length);
    }
}
