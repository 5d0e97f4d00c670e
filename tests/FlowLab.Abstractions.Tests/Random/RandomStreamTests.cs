using FlowLab.Random;

namespace FlowLab.Abstractions.Tests.Random;

[TestFixture]
public sealed class RandomStreamTests
{
    [Test]
    public void The_same_address_gives_the_same_sequence_and_another_one_another()
    {
        Assert.That(Draw(new RandomStream(5, RandomPurpose.Initialization, 2)), Is.EqualTo(Draw(new RandomStream(5, RandomPurpose.Initialization, 2))));
        uint[][] streams =
        [
            Draw(new RandomStream(5, RandomPurpose.Initialization, 2)),
            Draw(new RandomStream(6, RandomPurpose.Initialization, 2)),
            Draw(new RandomStream(5, RandomPurpose.FlowConstants, 2)),
            Draw(new RandomStream(5, RandomPurpose.Initialization)),
        ];
        Assert.That(streams.SelectMany(bits => bits), Is.Unique);
    }

    [Test]
    public void The_sequence_is_the_blocks_in_order()
    {
        var stream = new RandomStream(5, RandomPurpose.Shuffling, 3);
        for (int i = 0; i < 3; i++)
        {
            PhiloxBlock block = KernelRandom.Bits(5, (int)RandomPurpose.Shuffling, 3, i, 0);
            Assert.That(Draw(stream, 4), Is.EqualTo(new[] { block.X, block.Y, block.Z, block.W }));
        }
    }

    [Test]
    public void Permutations_are_uniform()
    {
        var stream = new RandomStream(1, RandomPurpose.FlowConstants);
        ILookup<string, int> counts = Enumerable.Range(0, 24_000).ToLookup(_ => string.Concat(stream.NextPermutation(4)));
        Assert.That(counts, Has.Count.EqualTo(24));
        Assert.That(Statistic.ChiSquare([.. counts.Select(c => c.Count())]), Is.LessThan(49.7));
    }

    [Test]
    public void A_permutation_holds_every_number_once([Values(0, 1, 2, 40)] int length)
    {
        var stream = new RandomStream(1, RandomPurpose.FlowConstants);
        Assert.That(stream.NextPermutation(length).Order(), Is.EqualTo(Enumerable.Range(0, length)));
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(16)]
    public void Integers_are_uniform_below_their_bound(int bound)
    {
        var stream = new RandomStream(2, RandomPurpose.Shuffling);
        var counts = new int[bound];
        for (int i = 0; i < 10_000 * bound; i++)
            counts[stream.NextInteger(bound)]++;
        Assert.That(Statistic.ChiSquare(counts), Is.LessThan(37.7));
    }

    [Test]
    public void Large_bounds_are_kept()
    {
        var stream = new RandomStream(2, RandomPurpose.Shuffling);
        int[] values = [.. Enumerable.Range(0, 10_000).Select(_ => stream.NextInteger(int.MaxValue))];
        Assert.That(values, Is.All.InRange(0, int.MaxValue - 1));
        Assert.That(values.Max(), Is.GreaterThan(0.999 * int.MaxValue));
    }

    [Test]
    public void A_bound_below_one_is_refused() =>
        Assert.That(() => new RandomStream(2, RandomPurpose.Shuffling).NextInteger(0), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Uniform_and_normal_numbers_have_their_distributions()
    {
        var stream = new RandomStream(3, RandomPurpose.Initialization);
        double[] uniform = [.. Enumerable.Range(0, 100_000).Select(_ => stream.NextUniform(-2, 6))];
        double[] normal = [.. Enumerable.Range(0, 100_000).Select(_ => stream.NextNormal())];
        Assert.That(Statistic.KolmogorovSmirnov(uniform, x => (x + 2) / 8), Is.LessThan(1.95));
        Assert.That(Statistic.KolmogorovSmirnov(normal, Statistic.NormalCdf), Is.LessThan(1.95));
    }

    private static uint[] Draw(RandomStream stream, int count = 20) => [.. Enumerable.Range(0, count).Select(_ => stream.NextBits())];
}
