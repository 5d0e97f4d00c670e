namespace FlowLab.Host.Results;

/// <summary>A training curve at some of its updates.</summary>
/// <param name="Steps">Updates done.</param>
/// <param name="Values">For every seed its number at each of them; NaN where it has none.</param>
internal sealed record CurveSample(long[] Steps, double[][] Values)
{
    /// <summary>Nothing was recorded.</summary>
    public static CurveSample Empty { get; } = new([], []);
}
