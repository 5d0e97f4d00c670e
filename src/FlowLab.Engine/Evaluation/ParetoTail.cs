namespace FlowLab.Engine.Evaluation;

/// <summary>
/// The shape k of the generalised Pareto distribution that fits the largest of S importance weights: how heavy their tail is. Zhang and Stephens 2009
/// (Technometrics 51, 316-325) fit it; the weak prior towards 1/2 and the limit are those of Vehtari, Simpson, Gelman, Yao and Gabry 2024 (JMLR 25, 72).
/// Below 1/2 the weights have a variance, from 1 on no mean.
/// </summary>
internal static class ParetoTail
{
    private const double PriorDraws = 10;
    private const int FewestDraws = 5;

    /// <summary>How many of S weights are the tail: min(S / 5, 3 sqrt(S)).</summary>
    public static int LengthOf(long samples) => (int)Math.Ceiling(Math.Min(samples / 5.0, 3 * Math.Sqrt(samples)));

    /// <summary>The k above which estimates from S weights are not to be relied upon: min(1 - 1 / log10 S, 0.7).</summary>
    public static double LimitOf(long samples) => Math.Min(1 - 1 / Math.Log10(Math.Max(samples, 11)), 0.7);

    /// <summary>k of the weights above the smallest one given.</summary>
    /// <param name="logWeights">The logarithms of the largest weights and of the next smaller one, in any order.</param>
    /// <returns>NaN for fewer than five weights in the tail, or one that is not finite; 0 where all weights are the same.</returns>
    public static double ShapeOf(IReadOnlyCollection<double> logWeights)
    {
        double[] logs = [.. logWeights.Order()];
        if (logs.Length <= FewestDraws || !double.IsFinite(logs[^1]))
            return double.NaN;
        double cut = Math.Exp(logs[0] - logs[^1]);
        double[] excesses = [.. logs.Skip(1).Select(log => Math.Exp(log - logs[^1]) - cut).Where(excess => excess > 0)];
        return excesses.Length < FewestDraws ? 0 : Fit(excesses);
    }

    private static double Fit(double[] excesses)
    {
        int count = excesses.Length, candidates = 30 + (int)Math.Sqrt(count);
        double quartile = excesses[(int)(count / 4.0 + 0.5) - 1];
        double[] scales = [.. Enumerable.Range(1, candidates).Select(j => (1 - Math.Sqrt(candidates / (j - 0.5))) / (3 * quartile) + 1 / excesses[^1])];
        double[] likelihoods = [.. scales.Select(scale => LogLikelihood(scale, excesses))];
        double scale = scales.Select((candidate, j) => candidate / likelihoods.Sum(other => Math.Exp(other - likelihoods[j]))).Sum();
        double shape = MeanLog(scale, excesses);
        return (count * shape + PriorDraws / 2) / (count + PriorDraws);
    }

    /// <summary>The profile log-likelihood of theta = -k / sigma.</summary>
    private static double LogLikelihood(double scale, double[] excesses)
    {
        double shape = MeanLog(scale, excesses);
        return excesses.Length * (Math.Log(-scale / shape) - shape - 1);
    }

    private static double MeanLog(double scale, double[] excesses) => excesses.Average(excess => double.LogP1(-scale * excess));
}
