using MathNet.Numerics.Distributions;

namespace FlowLab.Host.Comparisons;

/// <summary>
/// The difference of two groups over what they share, a seed in a context being a pair: same data, same noise. Student's t for the mean of paired differences.
/// </summary>
/// <param name="First">A group.</param>
/// <param name="Second">The group that is subtracted from it.</param>
/// <param name="Pairs">Pairs that both have a number for.</param>
/// <param name="Mean">Mean of first minus second.</param>
/// <param name="StandardError">Its standard error; NaN for fewer than two pairs.</param>
/// <param name="Low">Lower end of the confidence interval; NaN for fewer than two pairs.</param>
/// <param name="High">Upper end.</param>
/// <param name="P">Two-sided p-value of no difference; NaN for fewer than two pairs.</param>
internal sealed record PairedDifference(string First, string Second, int Pairs, double Mean, double StandardError, double Low, double High, double P)
{
    /// <summary>P corrected for the number of pairs of groups tested, see <see cref="HolmCorrection"/>.</summary>
    public double CorrectedP { get; init; } = double.NaN;

    /// <summary>Of the differences of these pairs.</summary>
    public static PairedDifference Of(string first, string second, IReadOnlyList<double> differences, double confidence)
    {
        int count = differences.Count;
        double mean = count == 0 ? double.NaN : differences.Sum() / count;
        if (count < 2)
            return new(first, second, count, mean, double.NaN, double.NaN, double.NaN, double.NaN);
        double error = Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / (count - 1) / count);
        double reach = error * StudentT.InvCDF(0, 1, count - 1, 0.5 + confidence / 2);
        return new(first, second, count, mean, error, mean - reach, mean + reach, PValue(mean, error, count - 1));
    }

    private static double PValue(double mean, double error, int freedom) =>
        error > 0 ? 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(mean / error))
        : mean == 0 ? 1
        : 0;
}
