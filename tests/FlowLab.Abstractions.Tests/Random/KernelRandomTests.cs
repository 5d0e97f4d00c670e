using FlowLab.Random;

namespace FlowLab.Abstractions.Tests.Random;

[TestFixture]
public sealed class KernelRandomTests
{
    private const int Blocks = 100_000;

    [Test]
    public void Uniform_stays_inside_its_open_interval_at_both_ends()
    {
        Assert.That(KernelRandom.Uniform(0), Is.GreaterThan(0f));
        Assert.That(KernelRandom.Uniform(uint.MaxValue), Is.LessThan(1f));
        Assert.That(KernelRandom.Uniform(0), Is.EqualTo(1 - KernelRandom.Uniform(uint.MaxValue)));
        Assert.That(KernelRandom.Uniform(0x80000000), Is.EqualTo(0.5f).Within(1e-7f));
    }

    [Test]
    public void Uniform_numbers_have_the_moments_and_the_distribution_of_uniform_numbers()
    {
        double[] values = [.. Bits().Select(bits => (double)KernelRandom.Uniform(bits))];
        double mean = values.Average();
        Assert.That(mean, Is.EqualTo(0.5).Within(4 / Math.Sqrt(12.0 * values.Length)));
        Assert.That(values.Average(x => (x - mean) * (x - mean)), Is.EqualTo(1 / 12.0).Within(4 / Math.Sqrt(180.0 * values.Length)));
        Assert.That(Statistic.KolmogorovSmirnov(values, x => x), Is.LessThan(1.95));
    }

    [Test]
    public void Normal_numbers_have_the_moments_and_the_distribution_of_normal_numbers()
    {
        NormalPair[] pairs = [.. All().SelectMany(b => new[] { KernelRandom.Normal(b.X, b.Y), KernelRandom.Normal(b.Z, b.W) })];
        double[] first = [.. pairs.Select(pair => (double)pair.First)];
        double[] second = [.. pairs.Select(pair => (double)pair.Second)];
        double deviation = 1 / Math.Sqrt(pairs.Length);
        foreach (double[] values in (double[][])[first, second])
        {
            Assert.That(values.Average(), Is.Zero.Within(4 * deviation));
            Assert.That(values.Average(x => x * x), Is.EqualTo(1).Within(4 * Math.Sqrt(2) * deviation));
            Assert.That(values.Average(x => x * x * x), Is.Zero.Within(4 * Math.Sqrt(15) * deviation));
            Assert.That(values.Average(x => x * x * x * x), Is.EqualTo(3).Within(4 * Math.Sqrt(96) * deviation));
            Assert.That(Statistic.KolmogorovSmirnov(values, Statistic.NormalCdf), Is.LessThan(1.95));
        }

        Assert.That(pairs.Average(pair => (double)pair.First * pair.Second), Is.Zero.Within(4 * deviation));
    }

    [Test]
    public void Normal_is_finite_at_the_ends_of_its_bits()
    {
        uint[] ends = [0, 1, 0x7fffffff, 0x80000000, uint.MaxValue];
        foreach (uint radius in ends)
        {
            foreach (uint angle in ends)
            {
                NormalPair pair = KernelRandom.Normal(radius, angle);
                Assert.That(float.IsFinite(pair.First) && float.IsFinite(pair.Second), $"{radius:x} {angle:x}");
            }
        }
    }

    [Test]
    public void Every_part_of_the_address_matters()
    {
        PhiloxBlock[] blocks =
        [
            KernelRandom.Bits(1, 2, 3, 4, 5),
            KernelRandom.Bits(-1, 2, 3, 4, 5),
            KernelRandom.Bits(2, 1, 3, 4, 5),
            KernelRandom.Bits(1, 3, 3, 4, 5),
            KernelRandom.Bits(1, 2, 4, 4, 5),
            KernelRandom.Bits(1, 2, 3 + (1L << 32), 4, 5),
            KernelRandom.Bits(1, 2, 3, 5, 4),
            KernelRandom.Bits(1, 2, 3, 4, 6),
        ];
        Assert.That(blocks.SelectMany(b => new[] { b.X, b.Y, b.Z, b.W }), Is.Unique);
    }

    private static IEnumerable<PhiloxBlock> All() => Enumerable.Range(0, Blocks).Select(i => KernelRandom.Bits(3, 3, 8, i, 0));

    private static IEnumerable<uint> Bits() => All().SelectMany(b => new[] { b.X, b.Y, b.Z, b.W });
}
