namespace FlowLab.Host.Comparisons;

/// <summary>Groups that can be compared with each other: all that they do not differ by is the same.</summary>
/// <param name="Context">The values of the other axes, such as "U1, length = 8"; empty where there are none.</param>
/// <param name="Values">The same, axis by axis.</param>
/// <param name="Groups">The groups, in the order of the runs' cells.</param>
/// <param name="Differences">Of every two groups.</param>
/// <param name="Best">The best group; null where no direction is better or no group has a usable number.</param>
internal sealed record ComparisonBlock(
    string Context, IReadOnlyList<string> Values, IReadOnlyList<GroupFigures> Groups, IReadOnlyList<PairedDifference> Differences, string? Best)
{
    /// <summary>Whether its groups were trained for the same number of samples.</summary>
    public bool HasEqualBudgets => Groups.SelectMany(group => group.Budgets).Distinct().Count() == 1;

    /// <summary>A group minus the best one; null for the best one itself and where there is none.</summary>
    public PairedDifference? FromBest(GroupFigures group)
    {
        if (Best is null || group.Name == Best)
            return null;
        PairedDifference difference = Differences.First(pair => (pair.First == group.Name && pair.Second == Best) || (pair.First == Best && pair.Second == group.Name));
        return difference.First == group.Name ? difference
            : difference with { First = group.Name, Second = Best, Mean = -difference.Mean, Low = -difference.High, High = -difference.Low };
    }
}
