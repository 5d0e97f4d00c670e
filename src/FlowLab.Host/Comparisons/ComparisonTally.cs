namespace FlowLab.Host.Comparisons;

/// <summary>How two groups do over all contexts.</summary>
/// <param name="First">A group.</param>
/// <param name="Second">Another.</param>
/// <param name="Contexts">Contexts that have both.</param>
/// <param name="FirstBetter">Of those, where the first has the better mean.</param>
/// <param name="FirstBetterBeyondChance">Of those, where the corrected p-value is below 1 minus the confidence.</param>
/// <param name="SecondBetter">Contexts where the second has the better mean.</param>
/// <param name="SecondBetterBeyondChance">Of those, beyond chance.</param>
internal sealed record ComparisonTally(
    string First, string Second, int Contexts, int FirstBetter, int FirstBetterBeyondChance, int SecondBetter, int SecondBetterBeyondChance)
{
    /// <summary>A tally of every two groups; none where no direction is better, or where there is one context and so nothing to count.</summary>
    public static IReadOnlyList<ComparisonTally> Of(Comparison comparison)
    {
        if (comparison.Metric.LowerIsBetter is not { } lower || comparison.Blocks.Count == 1)
            return [];
        string[] groups = [.. comparison.Groups];
        return [.. groups.SelectMany((first, index) => groups.Skip(index + 1).Select(second => Of(comparison, first, second, lower))).Where(tally => tally.Contexts > 0)];
    }

    private static ComparisonTally Of(Comparison comparison, string first, string second, bool lower)
    {
        double level = 1 - comparison.Confidence;
        PairedDifference[] pairs = [.. comparison.Blocks.SelectMany(block => block.Differences)
            .Where(difference => difference.First == first && difference.Second == second && difference.Pairs > 0)];
        PairedDifference[] won = [.. pairs.Where(difference => lower ? difference.Mean < 0 : difference.Mean > 0)];
        PairedDifference[] lost = [.. pairs.Where(difference => lower ? difference.Mean > 0 : difference.Mean < 0)];
        return new(first, second, pairs.Length, won.Length, won.Count(difference => difference.CorrectedP < level), lost.Length, lost.Count(difference => difference.CorrectedP < level));
    }
}
