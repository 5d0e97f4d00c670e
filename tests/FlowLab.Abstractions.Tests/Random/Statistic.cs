namespace FlowLab.Abstractions.Tests.Random;

/// <summary>Test statistics. Streams are fixed, so a test that uses them passes always or never.</summary>
internal static class Statistic
{
    /// <summary>Pearson's chi-square of counts against equal probabilities.</summary>
    public static double ChiSquare(IReadOnlyCollection<int> counts)
    {
        double expected = counts.Sum() / (double)counts.Count;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }

    /// <summary>Kolmogorov and Smirnov's sqrt(n) D; above 1.95 one time in a thousand.</summary>
    public static double KolmogorovSmirnov(IEnumerable<double> values, Func<double, double> cdf)
    {
        double[] sorted = [.. values.Order().Select(cdf)];
        double largest = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(sorted[i] - i / (double)sorted.Length));
            largest = Math.Max(largest, Math.Abs(sorted[i] - (i + 1.0) / sorted.Length));
        }

        return largest * Math.Sqrt(sorted.Length);
    }

    /// <summary>
    /// The standard normal distribution function by its series 1/2 + phi(x) (x + x^3 / 3 + x^5 / (3 5) + ...), which has positive terms only.
    /// </summary>
    public static double NormalCdf(double x)
    {
        double term = Math.Abs(x);
        double sum = 0;
        for (int i = 3; term > 1e-17 * sum; i += 2)
        {
            sum += term;
            term *= x * x / i;
        }

        double half = sum * Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);
        return x < 0 ? 0.5 - half : 0.5 + half;
    }
}
