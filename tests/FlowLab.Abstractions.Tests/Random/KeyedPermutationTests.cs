using FlowLab.Random;

namespace FlowLab.Abstractions.Tests.Random;

[TestFixture]
public sealed class KeyedPermutationTests
{
    private const int Purpose = (int)RandomPurpose.Shuffling;

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(16)]
    [TestCase(17)]
    [TestCase(100)]
    [TestCase(1565)]
    [TestCase(50_000)]
    [TestCase(65_537)]
    public void Every_element_occurs_once(int length)
    {
        foreach (int seed in (int[])[0, 1, -7])
            foreach (long epoch in (long[])[0, 1, 1L << 40])
                Assert.That(Order(length, seed, epoch).Order(), Is.EqualTo(Enumerable.Range(0, length)), $"seed {seed}, epoch {epoch}");
    }

    /// <summary>Computed by another program (Philox and the network written in Python).</summary>
    [Test]
    public void An_order_is_the_same_for_ever()
    {
        Assert.That(Order(10, 7, 0), Is.EqualTo(new[] { 5, 2, 1, 8, 7, 9, 0, 4, 3, 6 }));
        Assert.That(Order(50_000, 7, 3)[..8], Is.EqualTo(new[] { 6104, 47253, 4037, 16792, 26597, 16946, 23745, 34952 }));
        Assert.That(Order(50_000, -1, (1L << 32) + 1)[..8], Is.EqualTo(new[] { 8525, 11214, 47028, 38687, 10727, 21716, 37449, 23843 }));
    }

    [Test]
    public void The_largest_lengths_stay_within_their_range()
    {
        var order = new KeyedPermutation(int.MaxValue);
        int[] elements = [.. Enumerable.Range(0, 1000).Select(i => order.At(5, Purpose, 0, int.MaxValue - 1 - i))];
        Assert.That(elements, Is.Unique.And.All.InRange(0, int.MaxValue - 1));
    }

    [Test]
    public void Another_seed_epoch_or_purpose_is_another_order()
    {
        int[] order = Order(1000, 3, 4);
        Assert.That(Order(1000, 3, 4), Is.EqualTo(order));
        foreach (int[] other in (int[][])[Order(1000, 4, 4), Order(1000, 3, 5), Order(1000, 3, 4 + (1L << 32)), Order(1000, 3, 4, (int)RandomPurpose.Splitting)])
            Assert.That(Enumerable.Range(0, 1000).Count(i => order[i] == other[i]), Is.LessThan(10), "elements in the same place; one is expected by chance");
    }

    /// <summary>
    /// Chi-square of where an element goes over seeds and epochs, each cell of the table 400 times expected: below its mean plus 4 standard
    /// deviations, sqrt(2 (N - 1)) each, of the chi-square distribution with N - 1 degrees of freedom.
    /// </summary>
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(10)]
    [TestCase(100)]
    public void An_element_goes_to_every_position_equally_often(int length)
    {
        const int Expected = 400;
        var order = new KeyedPermutation(length);
        foreach (int position in (int[])[0, length / 2, length - 1])
        {
            var counts = new int[length];
            for (int trial = 0; trial < Expected * length; trial++)
                counts[order.At(trial % 20, Purpose, trial / 20, position)]++;
            double chiSquare = counts.Sum(count => (double)(count - Expected) * (count - Expected) / Expected);
            Assert.That(chiSquare, Is.LessThan(length - 1 + 4 * Math.Sqrt(2.0 * (length - 1))), $"position {position}");
        }
    }

    /// <summary>All 6 orders of 3 and all 24 of 4, as above: 5 and 23 degrees of freedom.</summary>
    [TestCase(3, 6)]
    [TestCase(4, 24)]
    public void All_orders_of_few_elements_are_equally_frequent(int length, int orders)
    {
        const int Expected = 500;
        Dictionary<string, int> counts = [];
        for (int trial = 0; trial < Expected * orders; trial++)
        {
            string order = string.Join(' ', Order(length, 11, trial));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }
        Assert.That(counts, Has.Count.EqualTo(orders));
        double chiSquare = counts.Values.Sum(count => (double)(count - Expected) * (count - Expected) / Expected);
        Assert.That(chiSquare, Is.LessThan(orders - 1 + 4 * Math.Sqrt(2.0 * (orders - 1))));
    }

    [Test]
    public void Neighbors_are_scattered()
    {
        int[] order = Order(50_000, 1, 0);
        double distance = order.Zip(order.Skip(1), (a, b) => Math.Abs((double)a - b)).Average();
        Assert.That(distance, Is.EqualTo(50_000 / 3.0).Within(4 * 50_000 / Math.Sqrt(18.0 * 50_000)), "the mean distance of two random points");
    }

    [Test]
    public void No_elements_have_no_order() => Assert.That(() => new KeyedPermutation(0), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static int[] Order(int length, int seed, long epoch, int purpose = Purpose)
    {
        var order = new KeyedPermutation(length);
        return [.. Enumerable.Range(0, length).Select(position => order.At(seed, purpose, epoch, position))];
    }
}
