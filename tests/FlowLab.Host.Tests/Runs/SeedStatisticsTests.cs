using FlowLab.Engine.Evaluation;
using FlowLab.Host.Results;

namespace FlowLab.Host.Tests.Runs;

[TestFixture]
public sealed class SeedStatisticsTests
{
    [Test]
    public void Mean_standard_error_and_median_are_the_textbook_ones()
    {
        SeedStatistics statistics = Of(SampleMetrics.Divergence, 1, 2, 4, 9);

        Assert.That(statistics.Mean, Is.EqualTo(4));
        Assert.That(statistics.StandardError, Is.EqualTo(Math.Sqrt(38.0 / 3 / 4)).Within(1e-15));
        Assert.That(statistics.Median, Is.EqualTo(3));
        Assert.That(statistics.MedianSeed!.Seed, Is.EqualTo(1), "the lower of the two middle seeds");
    }

    [Test]
    public void Stopped_seeds_are_counted_but_not_averaged()
    {
        SeedStatistics statistics = Of(SampleMetrics.Divergence, double.NaN, 3, 5, double.NaN);

        Assert.That((statistics.Seeds, statistics.Stopped, statistics.Mean, statistics.StandardError), Is.EqualTo((4, 2, 4.0, 1.0)));
    }

    [Test]
    public void Seeds_without_a_number_that_were_not_stopped_are_counted_by_themselves()
    {
        SeedStatistics statistics = SeedStatistics.Of(SampleMetrics.Divergence,
            [new(0, SampleMetrics.Divergence, 3), SeedMetric.NotAvailable(1, SampleMetrics.Divergence, "66 % of q lies outside"), new SeedMetric(2, SampleMetrics.Divergence, 4).OfStoppedSeed()]);

        Assert.That((statistics.Seeds, statistics.Stopped, statistics.NotAvailable, statistics.Available, statistics.Mean), Is.EqualTo((3, 1, 1, 1, 3.0)));
        Assert.That(statistics.Reason, Is.EqualTo("66 % of q lies outside"));
    }

    [Test]
    public void Why_there_is_no_mean_is_said()
    {
        Assert.That(Of(SampleMetrics.Divergence, double.NaN, double.NaN).Missing, Is.EqualTo("not available: all 2 seeds were stopped"));
        Assert.That(SeedStatistics.Of(SampleMetrics.Divergence, [SeedMetric.NotAvailable(1, SampleMetrics.Divergence, "one point")]).Missing, Is.EqualTo("not available: one point"));
    }

    [Test]
    public void One_seed_has_no_standard_error() => Assert.That(Of(SampleMetrics.Divergence, 3).StandardError, Is.NaN);

    [Test]
    public void Nothing_is_claimed_when_every_seed_was_stopped()
    {
        SeedStatistics statistics = Of(SampleMetrics.Divergence, double.NaN, double.NaN);

        Assert.That((statistics.Mean, statistics.Median, statistics.Best, statistics.MedianSeed), Is.EqualTo((double.NaN, double.NaN, (SeedMetric?)null, (SeedMetric?)null)));
    }

    [Test]
    public void Best_follows_the_direction_of_the_metric()
    {
        Assert.That(Of(SampleMetrics.Divergence, 3, 1, 2).Best!.Seed, Is.EqualTo(1));
        Assert.That(Of(SampleMetrics.SampleSize, 3, 1, 2).Best!.Seed, Is.EqualTo(0));
        Assert.That(Of(SampleMetrics.GridError, 3, 1, 2).Best, Is.Null);
    }

    [Test]
    public void The_order_of_the_seeds_changes_no_bit()
    {
        double[] values = [0.1, 0.7, 1e-9, 0.3, 12.5, 0.2];
        SeedMetric[] metrics = [.. values.Select((value, seed) => new SeedMetric(seed, SampleMetrics.Divergence, value))];

        SeedStatistics forwards = SeedStatistics.Of(SampleMetrics.Divergence, metrics);
        SeedStatistics backwards = SeedStatistics.Of(SampleMetrics.Divergence, [.. metrics.Reverse()]);

        Assert.That(backwards, Is.EqualTo(forwards));
    }

    private static SeedStatistics Of(MetricDescription metric, params double[] values) =>
        SeedStatistics.Of(metric, [.. values.Select((value, seed) => new SeedMetric(seed, metric, value))]);
}
