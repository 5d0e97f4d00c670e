using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Results;

/// <summary>What the seeds of one cell say about one metric; seeds without a number are only counted.</summary>
/// <param name="Seeds">All seeds of the cell.</param>
/// <param name="Stopped">How many of them were stopped.</param>
/// <param name="Mean">Mean over the seeds that were not stopped; NaN when there are none.</param>
/// <param name="StandardError">Sample standard deviation over sqrt(n); NaN for fewer than two seeds.</param>
/// <param name="Median">Median; the mean of the two middle values for an even number of seeds.</param>
/// <param name="MedianSeed">The seed at the median, at the lower of the two middle values for an even number.</param>
/// <param name="Best">The best value; null where neither direction is better or no seed is left.</param>
/// <param name="Worst">The worst value, likewise.</param>
public sealed record SeedStatistics(
    int Seeds, int Stopped, double Mean, double StandardError, double Median, SeedMetric? MedianSeed, SeedMetric? Best, SeedMetric? Worst)
{
    /// <summary>How many seeds have no number although they were not stopped.</summary>
    public int NotAvailable { get; init; }

    /// <summary>Why they have none; empty where all have one. Of several reasons the first.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How many seeds have a number that contradicts others, see the audit; they are averaged like the rest.</summary>
    public int Failed { get; init; }

    /// <summary>How many seeds have a number.</summary>
    public int Available => Seeds - Stopped - NotAvailable;

    /// <summary>Why there is no mean: "not available: ...".</summary>
    public string Missing => $"not available: {(NotAvailable > 0 ? Reason : Seeds == 1 ? "the seed was stopped" : FormattableString.Invariant($"all {Seeds} seeds were stopped"))}";

    public static SeedStatistics Of(MetricDescription metric, IReadOnlyCollection<SeedMetric> values)
    {
        SeedMetric[] alive = [.. values.Where(value => !double.IsNaN(value.Value)).OrderBy(value => value.Value).ThenBy(value => value.Seed)];
        (double mean, double standardError) = MeanAndStandardError(alive);
        SeedMetric? lowest = alive.FirstOrDefault(), highest = alive.LastOrDefault();
        SeedMetric[] missing = [.. values.Where(value => double.IsNaN(value.Value) && !value.IsStopped).OrderBy(value => value.Seed)];
        return new SeedStatistics(values.Count, values.Count - alive.Length - missing.Length, mean, standardError, MedianOf(alive),
            alive.Length == 0 ? null : alive[(alive.Length - 1) / 2],
            Pick(metric.LowerIsBetter, lowest, highest), Pick(metric.LowerIsBetter, highest, lowest))
        {
            NotAvailable = missing.Length,
            Reason = missing.FirstOrDefault()?.Reason ?? "",
        };
    }

    /// <summary>Sums run in ascending order of the values, so that they do not depend on the order of the seeds.</summary>
    private static (double Mean, double StandardError) MeanAndStandardError(SeedMetric[] values)
    {
        int count = values.Length;
        double mean = count == 0 ? double.NaN : values.Sum(value => value.Value) / count;
        if (count < 2)
            return (mean, double.NaN);
        double squares = values.Sum(value => (value.Value - mean) * (value.Value - mean));
        return (mean, Math.Sqrt(squares / (count - 1) / count));
    }

    private static double MedianOf(SeedMetric[] values)
    {
        if (values.Length == 0)
            return double.NaN;
        double lower = values[(values.Length - 1) / 2].Value, upper = values[values.Length / 2].Value;
        return lower == upper ? lower : lower / 2 + upper / 2;
    }

    private static SeedMetric? Pick(bool? lowerIsBetter, SeedMetric? lower, SeedMetric? upper) =>
        lowerIsBetter switch { true => lower, false => upper, null => null };
}
