namespace FlowLab.Host.Tuning;

/// <summary>
/// What a search trains next, by asynchronous successive halving (Li et al., "A System for Massively Parallel Hyperparameter Tuning", MLSys 2020, https://arxiv.org/abs/1810.05934, algorithm 2): no rung waits
/// for the one below to be full. Whoever is among the best third of those that a rung has seen so far is promoted, from the highest rung that has such a trial; where none has, new trials are drawn. What is promoted or drawn
/// together trains together.
/// </summary>
/// <param name="rungs">The number of rungs.</param>
/// <param name="budget">Seconds that the search may take; null where only the number of trials ends it.</param>
internal sealed class SearchSchedule(int rungs, double? budget)
{
    /// <summary>Trials that are drawn together.</summary>
    public const int TrialsPerWave = 6;

    /// <summary>The wave to train next; null where the search is over.</summary>
    /// <param name="waves">All waves, each done.</param>
    /// <param name="ranked">The usable trials of each rung, best first.</param>
    /// <param name="undrawn">Numbers of at most <see cref="TrialsPerWave"/> trials that no wave has, none where there are no more.</param>
    public TuneWave? Next(IReadOnlyList<TuneWave> waves, IReadOnlyList<IReadOnlyList<int>> ranked, IReadOnlyList<int> undrawn)
    {
        for (int rung = rungs - 2; rung >= 0; rung--)
        {
            int[] promoted = [.. Unpromoted(waves, rung, ranked[rung].Take(TrialsOf(waves, rung) / RungLadder.Factor))];
            if (promoted.Length > 0)
                return Fitting(waves, rung + 1, promoted) ?? Last(waves, ranked);
        }
        return (undrawn.Count > 0 ? Fitting(waves, 0, undrawn) : null) ?? Last(waves, ranked);
    }

    private static int TrialsOf(IEnumerable<TuneWave> waves, int rung) => waves.Where(wave => wave.Rung == rung).Sum(wave => wave.Trials.Count);

    private static IEnumerable<int> Unpromoted(IEnumerable<TuneWave> waves, int rung, IEnumerable<int> trials) =>
        trials.Except(waves.Where(wave => wave.Rung > rung).SelectMany(wave => wave.Trials));

    /// <summary>As many of these trials as the time allows so that one of them can still go all the way up; null if not even one.</summary>
    private TuneWave? Fitting(IReadOnlyList<TuneWave> waves, int rung, IReadOnlyList<int> trials)
    {
        if (budget is not { } seconds || waves.Count == 0)
            return new TuneWave(rung, trials, null);
        double climb = Enumerable.Range(rung + 1, rungs - rung - 1).Sum(above => SecondsPerTrial(waves, above));
        double left = seconds - waves.Sum(wave => wave.Seconds ?? 0) - climb;
        int fitting = (int)Math.Clamp(left / Math.Max(SecondsPerTrial(waves, rung), double.Epsilon), 0, trials.Count);
        return fitting > 0 ? new TuneWave(rung, [.. trials.Take(fitting)], null) : null;
    }

    /// <summary>Where nothing more is to be drawn or promoted: the best of the highest rung goes to the last one, which has to have an answer; if it has, only within the time.</summary>
    private TuneWave? Last(IReadOnlyList<TuneWave> waves, IReadOnlyList<IReadOnlyList<int>> ranked)
    {
        // Whoever failed further up has been tried there.
        int[] best = [.. Enumerable.Range(0, rungs - 1).Reverse().SelectMany(rung => Unpromoted(waves, rung, ranked[rung])).Take(1)];
        if (best.Length == 0 || (ranked[^1].Count > 0 && budget is null))
            return null;
        return ranked[^1].Count > 0 ? Fitting(waves, rungs - 1, best) : new TuneWave(rungs - 1, best, null);
    }

    /// <summary>As measured; on a rung that no trial has reached, by the number of updates from the rung below.</summary>
    private static double SecondsPerTrial(IReadOnlyList<TuneWave> waves, int rung)
    {
        TuneWave[] measured = [.. waves.Where(wave => wave.Rung == rung)];
        return measured.Length > 0 || rung == 0
            ? measured.Sum(wave => wave.Seconds ?? 0) / Math.Max(measured.Sum(wave => wave.Trials.Count), 1)
            : RungLadder.Factor * SecondsPerTrial(waves, rung - 1);
    }
}
