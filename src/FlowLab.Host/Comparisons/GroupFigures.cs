using FlowLab.Host.Results;

namespace FlowLab.Host.Comparisons;

/// <summary>What the seeds of one group say in one context.</summary>
/// <param name="Name">The group.</param>
/// <param name="Statistics">Mean, standard error, seeds; a seed that several cells of the group have counts once, with their mean.</param>
/// <param name="Values">The number of every seed that has one.</param>
/// <param name="Budgets">Updates times batch of its cells, each once.</param>
/// <param name="Cells">How many cells it has here.</param>
internal sealed record GroupFigures(string Name, SeedStatistics Statistics, IReadOnlyDictionary<int, double> Values, IReadOnlyList<string> Budgets, int Cells)
{
    /// <summary>Whether the audit says that a number here contradicts others.</summary>
    public bool IsFailed => Statistics.Failed > 0;
}
