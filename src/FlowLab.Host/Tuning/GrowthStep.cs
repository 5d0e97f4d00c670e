using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Tuning;

/// <summary>What one length has brought over the one before.</summary>
/// <param name="Length">Its layers.</param>
/// <param name="Updates">Updates of this length.</param>
/// <param name="Values">The metric of every seed, in the order of the seeds.</param>
/// <param name="Errors">Its error over held-out points of every seed; NaN where it is not measured.</param>
internal sealed record GrowthStep(int Length, long Updates, IReadOnlyList<SeedMetric> Values, IReadOnlyList<double> Errors)
{
    /// <summary>Mean over the seeds.</summary>
    public double Mean => Values.Average(value => value.Value);

    /// <summary>Whether every seed has a number.</summary>
    public bool IsUsable => Values.Count > 0 && Values.All(value => double.IsFinite(value.Value));

    /// <summary>
    /// By how much it is better than a shorter one, and the standard error of that: over seeds, which are compared each with itself; for a single seed, that of both numbers
    /// over held-out points.
    /// </summary>
    public (double Improvement, double Error) Over(GrowthStep shorter)
    {
        double sign = Values[0].Metric.LowerIsBetter == true ? 1 : -1;
        double[] gains = [.. shorter.Values.Zip(Values, (before, after) => sign * (before.Value - after.Value))];
        double mean = gains.Average();
        if (gains.Length > 1)
            return (mean, Math.Sqrt(gains.Sum(gain => (gain - mean) * (gain - mean)) / (gains.Length - 1) / gains.Length));
        double error = Math.Sqrt(Errors[0] * Errors[0] + shorter.Errors[0] * shorter.Errors[0]);
        return (mean, double.IsNaN(error) ? 0 : error);
    }
}
