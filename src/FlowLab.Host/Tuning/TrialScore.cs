namespace FlowLab.Host.Tuning;

/// <summary>How a trial did on a rung.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Rung">The rung.</param>
/// <param name="Updates">Updates of its cells, the greatest.</param>
/// <param name="Mean">Mean of the metric over the seeds, averaged over the cells of the manifest's sweep; NaN where it is not usable.</param>
/// <param name="StandardError">Standard error over seeds of that average; NaN for one seed.</param>
/// <param name="Seeds">Seeds with a number in every cell.</param>
/// <param name="Fault">Why the mean is not usable; empty where it is.</param>
internal sealed record TrialScore(Trial Trial, int Rung, long Updates, double Mean, double StandardError, int Seeds, string Fault)
{
    /// <summary>Whether it can win.</summary>
    public bool IsUsable => Fault.Length == 0;
}
