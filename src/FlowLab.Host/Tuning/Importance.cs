namespace FlowLab.Host.Tuning;

/// <summary>
/// What mattered: the share of the variance of the first rung's ranks that each dimension explains by itself (eta squared of a one-way analysis of variance on ranks; a range is cut into
/// thirds). Ranks, because scores of bad trials know no bounds. Unusable trials rank last.
/// </summary>
internal static class Importance
{
    private const int FewestTrials = 9;
    private const int Parts = 3;

    /// <summary>A line per dimension, the one that explains most first.</summary>
    public static IEnumerable<string> Describe(IReadOnlyList<SearchDimension> space, IReadOnlyList<TrialScore> scores)
    {
        if (scores.Count < FewestTrials)
            return [FormattableString.Invariant($"what mattered: not available, {scores.Count} trials are too few to tell ({FewestTrials} at least)")];
        double[] shares = Shares(space, scores);
        return space.Select((dimension, index) => (dimension.Name, Share: shares[index])).OrderByDescending(entry => entry.Share)
            .Select(entry => FormattableString.Invariant($"what mattered: {entry.Name} explains {entry.Share * 100:0} % of the variance of ranks among {scores.Count} trials"));
    }

    /// <summary>A share in [0, 1] per dimension.</summary>
    public static double[] Shares(IReadOnlyList<SearchDimension> space, IReadOnlyList<TrialScore> scores)
    {
        TrialScore[] order = [.. scores.OrderBy(score => score.IsUsable ? 0 : 1).ThenBy(score => score.Mean)];
        double[] ranks = [.. Enumerable.Range(0, order.Length)];
        return [.. space.Select((dimension, index) => Explained(Groups(dimension, [.. order.Select(score => score.Trial.Values[index])]), ranks))];
    }

    private static int[] Groups(SearchDimension dimension, SearchValue[] values)
    {
        if (dimension is not SearchRange)
        {
            List<string> labels = [.. values.Select(value => value.Label).Distinct()];
            return [.. values.Select(value => labels.IndexOf(value.Label))];
        }
        int[] ascending = [.. Enumerable.Range(0, values.Length).OrderBy(index => values[index].Node.GetValue<double>())];
        int[] groups = new int[values.Length];
        for (int position = 0; position < ascending.Length; position++)
            groups[ascending[position]] = position * Parts / ascending.Length;
        return groups;
    }

    private static double Explained(int[] groups, double[] ranks)
    {
        double mean = ranks.Average(), total = ranks.Sum(rank => (rank - mean) * (rank - mean));
        double between = groups.Zip(ranks).GroupBy(pair => pair.First)
            .Sum(group => group.Count() * Math.Pow(group.Average(pair => pair.Second) - mean, 2));
        return total > 0 ? between / total : 0;
    }
}
