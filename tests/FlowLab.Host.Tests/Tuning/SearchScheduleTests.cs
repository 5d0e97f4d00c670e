using FlowLab.Host.Tuning;

namespace FlowLab.Host.Tests.Tuning;

/// <summary>What a search trains next. The trials of these searches have a quality by their number, and time by their updates.</summary>
public sealed class SearchScheduleTests
{
    private const int Rungs = 4;

    [Test]
    public void The_best_trial_wins_and_no_rung_waits_for_the_one_below()
    {
        List<TuneWave> waves = Search(null, trials: 54, quality: Reversed);
        Assert.Multiple(() =>
        {
            Assert.That(Trials(waves, 0), Is.EquivalentTo(Enumerable.Range(0, 54)));
            Assert.That(Trials(waves, Rungs - 1), Does.Contain(53), "the last that was drawn is the best");
            Assert.That(waves.Index().First(wave => wave.Item.Rung == Rungs - 1).Index, Is.LessThan(waves.Index().Last(wave => wave.Item.Rung == 0).Index), "asynchronous");
        });
    }

    [Test]
    public void Every_rung_has_the_best_third_of_the_rung_below_and_no_trial_twice()
    {
        List<TuneWave> waves = Search(null, trials: 54, quality: Shuffled);
        for (int rung = 0; rung < Rungs - 1; rung++)
        {
            int[] below = Trials(waves, rung), above = Trials(waves, rung + 1);
            Assert.That(above, Is.Unique.And.SupersetOf(below.OrderBy(Shuffled).Take(below.Length / 3)).And.SubsetOf(below));
            Assert.That(above, Has.Length.AtMost(below.Length / 2), "trials that were among the best third for a while are few");
        }
    }

    [TestCase(150)]
    [TestCase(600)]
    [TestCase(6000)]
    public void A_budget_is_used_and_not_exceeded_and_the_last_rung_is_reached(double budget)
    {
        List<TuneWave> waves = Search(budget, trials: null, quality: Shuffled);
        Assert.Multiple(() =>
        {
            Assert.That(waves.Sum(wave => wave.Seconds), Is.InRange(0.8 * budget, budget));
            Assert.That(Trials(waves, Rungs - 1), Is.Not.Empty);
        });
    }

    [Test]
    public void The_time_to_the_last_rung_is_kept_free()
    {
        // The first wave takes 6 s, a trial in full 27 s.
        int[] exceeded = [.. Enumerable.Range(33, 400).Where(budget => Search(budget, trials: null, quality: Shuffled).Sum(wave => wave.Seconds) > budget)];
        Assert.That(exceeded, Is.Empty);
    }

    [Test]
    public void The_first_wave_is_trained_however_short_the_time_and_its_best_trial_in_full()
    {
        List<TuneWave> waves = Search(1, trials: null, quality: Shuffled);
        Assert.That(waves.Select(wave => (wave.Rung, wave.Trials.Count)), Is.EqualTo([(0, 6), (Rungs - 1, 1)]));
        Assert.That(waves[1].Trials[0], Is.EqualTo(Enumerable.Range(0, 6).MinBy(Shuffled)));
    }

    [Test]
    public void Where_the_best_fails_in_full_the_next_best_is_tried()
    {
        List<TuneWave> waves = Search(null, trials: 4, quality: number => number, failing: (rung, number) => rung == Rungs - 1 && number < 2);
        Assert.That(waves.Where(wave => wave.Rung == Rungs - 1).Select(wave => wave.Trials[0]), Is.EqualTo([0, 1, 2]));
    }

    [Test]
    public void A_search_whose_trials_all_fail_ends() =>
        Assert.That(Search(null, trials: 7, quality: Shuffled, failing: (_, _) => true).Select(wave => wave.Rung), Is.EqualTo([0, 0]));

    private static int Reversed(int trial) => -trial;

    /// <summary>A permutation of the first thousand numbers.</summary>
    private static int Shuffled(int trial) => trial * 367 % 1000;

    private static int[] Trials(IReadOnlyList<TuneWave> waves, int rung) => [.. waves.Where(wave => wave.Rung == rung).SelectMany(wave => wave.Trials)];

    /// <summary>A whole search; a trial takes a second on rung 0, and three times as long on every rung above.</summary>
    private static List<TuneWave> Search(double? budget, int? trials, Func<int, int> quality, Func<int, int, bool>? failing = null)
    {
        List<TuneWave> waves = [];
        SearchSchedule schedule = new(Rungs, budget);
        while (schedule.Next(waves, Ranked(), Undrawn()) is { } next)
            waves.Add(next with { Seconds = next.Trials.Count * Math.Pow(3, next.Rung) });
        return waves;

        IReadOnlyList<int>[] Ranked() =>
            [.. Enumerable.Range(0, Rungs).Select(rung => (int[])[.. Trials(waves, rung).Where(trial => failing?.Invoke(rung, trial) != true).OrderBy(quality)])];

        int[] Undrawn()
        {
            int drawn = Trials(waves, 0).Length;
            return [.. Enumerable.Range(drawn, Math.Min(SearchSchedule.TrialsPerWave, (trials ?? int.MaxValue) - drawn))];
        }
    }
}
