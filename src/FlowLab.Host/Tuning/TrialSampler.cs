using FlowLab.Random;

namespace FlowLab.Host.Tuning;

/// <summary>Draws trials, each from a stream of its own, so that trial 7 is the same however many are drawn. No two trials are equal.</summary>
/// <param name="space">What is varied.</param>
/// <param name="seed">The seed of the search.</param>
internal sealed class TrialSampler(IReadOnlyList<SearchDimension> space, int seed)
{
    private const int MostDraws = 200;

    private readonly HashSet<string> _drawn = [];
    private int _next;

    /// <summary>How many different trials there are; null where a dimension is a range of real numbers.</summary>
    public long? Size => space.Aggregate<SearchDimension, long?>(1, (product, dimension) => dimension.Count is { } count && product is { } so ? Math.Min(so * count, int.MaxValue) : null);

    /// <summary>The next trial; null where all have been drawn.</summary>
    public Trial? Next()
    {
        if (Size is { } size && _drawn.Count >= size)
            return null;
        var random = new RandomStream(seed, RandomPurpose.Shuffling, _next);
        for (int draw = 0; draw < MostDraws; draw++)
        {
            Trial trial = new(_next, [.. space.Select(dimension => dimension.Draw(random))]);
            if (_drawn.Add(trial.Text(space)))
            {
                _next++;
                return trial;
            }
        }
        return Unseen();
    }

    /// <summary>Where nearly everything has been drawn: the first that has not, in the order of the space.</summary>
    private Trial? Unseen()
    {
        SearchChoice[] choices = [.. space.OfType<SearchChoice>()];
        if (choices.Length < space.Count)
            return null;
        IEnumerable<IReadOnlyList<SearchValue>> all = choices.Aggregate<SearchChoice, IEnumerable<IReadOnlyList<SearchValue>>>(
            [[]], (rows, choice) => rows.SelectMany(row => choice.Values.Select(value => (IReadOnlyList<SearchValue>)[.. row, value])));
        Trial? trial = all.Select(values => new Trial(_next, values)).FirstOrDefault(candidate => _drawn.Add(candidate.Text(space)));
        _next += trial is null ? 0 : 1;
        return trial;
    }
}
