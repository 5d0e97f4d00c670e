using ILGPU.AtomicOperations;

namespace FlowLab.Accelerators.Tests.Groups;

/// <summary>Every atomic of every type, on buffers and on shared memory.</summary>
public class AtomicTests(GroupDevice device) : GroupTests(device)
{
    private const int Threads = 48;

    [Test]
    public void Integers_of_32_bits()
    {
        var (signed, unsigned) = (Runs.View(5, -1, 0, 3, 1000, -1000, 9), Runs.View(5u, uint.MaxValue, 0u, 3u, 3_000_000_000u, 7u, 9u));
        Runs.Check(Ints, (3, Threads / 3), signed, unsigned);
        var values = Enumerable.Range(0, Threads).Select(i => (i * 37) - 500).ToArray();
        Assert.That(signed.GetAsArray(), Is.EqualTo(new[]
        {
            5 + values.Sum(), values.Aggregate((a, b) => a & b), values.Aggregate((a, b) => a | b), 3 ^ values.Aggregate((a, b) => a ^ b), values.Min(),
            values.Max(), values[^1],
        }));
        var bits = values.Select(value => (uint)value).ToArray();
        Assert.That(unsigned.GetAsArray(), Is.EqualTo(new[]
        {
            5 + bits.Aggregate((a, b) => a + b), bits.Aggregate((a, b) => a & b), bits.Aggregate((a, b) => a | b), 3 ^ bits.Aggregate((a, b) => a ^ b), bits.Min(),
            bits.Max(), bits[^1],
        }));
    }

    [Test]
    public void Integers_of_64_bits()
    {
        var (signed, unsigned) = (Runs.View(5L, -1, 0, 3, 1000, long.MinValue, 9), Runs.View(5UL, ulong.MaxValue, 0UL, 3UL, ulong.MaxValue, 7UL, 9UL));
        Runs.Check(Longs, (3, Threads / 3), signed, unsigned);
        var values = Enumerable.Range(0, Threads).Select(i => ((i * 37) - 500) * 0x1_0000_0001L).ToArray();
        Assert.That(signed.GetAsArray(), Is.EqualTo(new[]
        {
            5 + values.Sum(), values.Aggregate((a, b) => a & b), values.Aggregate((a, b) => a | b), 3 ^ values.Aggregate((a, b) => a ^ b), values.Min(),
            values.Max(), values[^1],
        }));
        var bits = values.Select(value => (ulong)value).ToArray();
        Assert.That(unsigned.GetAsArray(), Is.EqualTo(new[]
        {
            5 + bits.Aggregate((a, b) => a + b), bits.Aggregate((a, b) => a & b), bits.Aggregate((a, b) => a | b), 3 ^ bits.Aggregate((a, b) => a ^ b), bits.Min(),
            bits.Max(), bits[^1],
        }));
    }

    [Test]
    public void Floats_are_exact_where_the_order_does_not_matter()
    {
        var (floats, doubles) = (Runs.View(0.5f, 100f, -100f, 7f), Runs.View(0.5, 100, -100, 7));
        Runs.Check(Floats, (3, Threads / 3), floats, doubles);
        var values = Enumerable.Range(0, Threads).Select(i => (i * 0.25f) - 3f).ToArray();
        Assert.That(floats.GetAsArray(), Is.EqualTo(new[] { 0.5f + values.Sum(), values.Min(), values.Max(), values[^1] }));
        Assert.That(doubles.GetAsArray(), Is.EqualTo(new[] { 0.5 + values.Sum(), values.Min(), values.Max(), values[^1] }));
    }

    [Test]
    public void NaN_and_signed_zeros_follow_Math()
    {
        var (min, max) = (Runs.View(0f, float.NaN, 3f), Runs.View(-0f, float.NaN, 3f));
        Runs.CheckAgainstIR(Special, (1, 1), Runs.View(-0f, 1f, float.NaN), min, max);
        Assert.That(float.IsNegative(min.GetAsArray()[0]));
        Assert.That(max.GetAsArray()[0], Is.Zero);
        Assert.That(float.IsPositive(max.GetAsArray()[0]));
        Assert.That(min.GetAsArray().Concat(max.GetAsArray()).Where(float.IsNaN).Count(), Is.EqualTo(4), "NaN wins");
    }

    [Test]
    public void Old_values_are_returned_once_each()
    {
        var (counter, tickets) = (Runs.View(0), Runs.Empty<int>(Threads));
        Runs.Check(Tickets, (4, Threads / 4), counter, tickets);
        Assert.That(counter.GetAsArray(), Is.EqualTo(new[] { Threads }));
        Assert.That(tickets.GetAsArray(), Is.All.EqualTo(1));
    }

    [Test]
    public void Compare_exchange_of_every_type_stores_only_what_was_expected()
    {
        var (ints, longs, floats, doubles) = (Runs.View(1, 2, 3, 4), Runs.View(1L, 2, 3, 4), Runs.View(1f, 2, float.NaN), Runs.View(1.0, 2, 0));
        var old = Runs.Empty<double>(14);
        Runs.Check(CompareExchange, (1, 1), ints, longs, floats, doubles, old);
        Assert.That(ints.GetAsArray(), Is.EqualTo(new[] { 10, 2, 30, 4 }));
        Assert.That(longs.GetAsArray(), Is.EqualTo(new[] { 10L, 2, 30, 4 }));
        Assert.That(floats.GetAsArray(), Is.EqualTo(new[] { 10f, 2, 5 }));
        Assert.That(doubles.GetAsArray(), Is.EqualTo(new[] { 10.0, 2, 0 }));
        Assert.That(old.GetAsArray(), Is.EqualTo(new double[] { 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, double.NaN, 1, 2, 0 }));
    }

    [Test]
    public void A_histogram_counts_in_shared_memory_first()
    {
        var values = Runs.View([.. Enumerable.Range(0, 500).Select(i => i * i % 16)]);
        var bins = Runs.Empty<int>(16);
        Runs.Check(Histogram, (4, 32), values, bins);
        Assert.That(bins.GetAsArray(), Is.EqualTo(Enumerable.Range(0, 16).Select(bin => values.GetAsArray().Count(value => value == bin))));
    }

    [Test]
    public void An_operation_of_its_own_is_made_of_compare_exchange()
    {
        var largest = Runs.View(1.0, 1.0);
        Runs.Check(Own, (3, 16), largest);
        Assert.That(largest.GetAsArray(), Is.EqualTo(new[] { 94.0, 1.0 }));
    }

    [Test]
    public void Indices_are_numbers()
    {
        var indices = Runs.View<Index1D>(5, 6, 7);
        Runs.Check(Indices, (1, 4), indices);
        Assert.That(indices.GetAsArray(), Is.EqualTo(new Index1D[] { 5 + 6, 3, 70 }));
    }

    [Test]
    public void Plain_calls_do_the_same()
    {
        var (number, total) = (7L, 1.5f);
        Assert.That(Atomic.Max(ref number, 9), Is.EqualTo(7));
        Assert.That(Atomic.Add(ref total, 2f), Is.EqualTo(1.5f));
        Assert.That((number, total), Is.EqualTo((9L, 3.5f)));
    }

    private static void Ints(ArrayView<int> signed, ArrayView<uint> unsigned)
    {
        var value = (Grid.GlobalIndex.X * 37) - 500;
        Atomic.Add(ref signed[0], value);
        Atomic.And(ref signed[1], value);
        Atomic.Or(ref signed[2], value);
        Atomic.Xor(ref signed[3], value);
        Atomic.Min(ref signed[4], value);
        Atomic.Max(ref signed[5], value);
        Atomic.Add(ref unsigned[0], (uint)value);
        Atomic.And(ref unsigned[1], (uint)value);
        Atomic.Or(ref unsigned[2], (uint)value);
        Atomic.Xor(ref unsigned[3], (uint)value);
        Atomic.Min(ref unsigned[4], (uint)value);
        Atomic.Max(ref unsigned[5], (uint)value);
        if (Grid.GlobalIndex.X == Threads - 1)
        {
            Atomic.Exchange(ref signed[6], value);
            Atomic.Exchange(ref unsigned[6], (uint)value);
        }
    }

    private static void Longs(ArrayView<long> signed, ArrayView<ulong> unsigned)
    {
        var value = ((Grid.GlobalIndex.X * 37) - 500) * 0x1_0000_0001L;
        Atomic.Add(ref signed[0], value);
        Atomic.And(ref signed[1], value);
        Atomic.Or(ref signed[2], value);
        Atomic.Xor(ref signed[3], value);
        Atomic.Min(ref signed[4], value);
        Atomic.Max(ref signed[5], value);
        Atomic.Add(ref unsigned[0], (ulong)value);
        Atomic.And(ref unsigned[1], (ulong)value);
        Atomic.Or(ref unsigned[2], (ulong)value);
        Atomic.Xor(ref unsigned[3], (ulong)value);
        Atomic.Min(ref unsigned[4], (ulong)value);
        Atomic.Max(ref unsigned[5], (ulong)value);
        if (Grid.GlobalIndex.X == Threads - 1)
        {
            Atomic.Exchange(ref signed[6], value);
            Atomic.Exchange(ref unsigned[6], (ulong)value);
        }
    }

    private static void Floats(ArrayView<float> floats, ArrayView<double> doubles)
    {
        var value = (Grid.GlobalIndex.X * 0.25f) - 3f;
        Atomic.Add(ref floats[0], value);
        Atomic.Min(ref floats[1], value);
        Atomic.Max(ref floats[2], value);
        Atomic.Add(ref doubles[0], value);
        Atomic.Min(ref doubles[1], value);
        Atomic.Max(ref doubles[2], value);
        if (Grid.GlobalIndex.X == Threads - 1)
        {
            Atomic.Exchange(ref floats[3], value);
            Atomic.Exchange(ref doubles[3], value);
        }
    }

    private static void Special(ArrayView<float> values, ArrayView<float> min, ArrayView<float> max)
    {
        for (var i = 0; i < 3; i++)
        {
            Atomic.Min(ref min[i], values[i]);
            Atomic.Max(ref max[i], -values[i]);
        }
    }

    private static void Tickets(ArrayView<int> counter, ArrayView<int> tickets) => tickets[Atomic.Add(ref counter[0], 1)]++;

    private static void CompareExchange(ArrayView<int> ints, ArrayView<long> longs, ArrayView<float> floats, ArrayView<double> doubles, ArrayView<double> old)
    {
        old[0] = Atomic.CompareExchange(ref ints[0], 1, 10);
        old[1] = Atomic.CompareExchange(ref ints[1], 1, 20);
        old[2] = Atomic.CompareExchange(ref ints.Cast<uint>()[2], 3u, 30u);
        old[3] = Atomic.CompareExchange(ref ints.Cast<uint>()[3], 3u, 40u);
        old[4] = Atomic.CompareExchange(ref longs[0], 1, 10);
        old[5] = Atomic.CompareExchange(ref longs[1], 1, 20);
        old[6] = Atomic.CompareExchange(ref longs.Cast<ulong>()[2], 3u, 30u);
        old[7] = Atomic.CompareExchange(ref longs.Cast<ulong>()[3], 3u, 40u);
        old[8] = Atomic.CompareExchange(ref floats[0], 1f, 10f);
        old[9] = Atomic.CompareExchange(ref floats[1], 1f, 20f);
        old[10] = Atomic.CompareExchange(ref floats[2], float.NaN, 5f);
        old[11] = Atomic.CompareExchange(ref doubles[0], 1.0, 10.0);
        old[12] = Atomic.CompareExchange(ref doubles[1], 1.0, 20.0);
        old[13] = Atomic.CompareExchange(ref doubles[2], -0.0, 30.0);
    }

    private static void Histogram(ArrayView<int> values, ArrayView<int> bins)
    {
        var counts = SharedMemory.Allocate<int>(16);
        if (Group.IdxX < 16)
            counts[Group.IdxX] = 0;
        Group.Barrier();
        for (var i = Grid.GlobalIndex.X; i < values.IntLength; i += Grid.DimX * Group.DimX)
            Atomic.Add(ref counts[values[i]], 1);
        Group.Barrier();
        if (Group.IdxX < 16)
            Atomic.Add(ref bins[Group.IdxX], counts[Group.IdxX]);
    }

    private static void Own(ArrayView<double> largest) =>
        Atomic.MakeAtomic(ref largest[0], Grid.GlobalIndex.X, default(LargerDouble), default(Exchanged));

    private static void Indices(ArrayView<Index1D> indices)
    {
        Atomic.Add(ref indices[0], (Index1D)Group.IdxX);
        if (Group.IsLastThread)
        {
            Atomic.Exchange(ref indices[1], (Index1D)Group.IdxX);
            Atomic.CompareExchange(ref indices[2], (Index1D)7, (Index1D)70);
        }
    }

    private readonly struct LargerDouble : IAtomicOperation<double>
    {
        public double Operation(double current, double value) => current > 2 * value ? current : 2 * value;
    }

    private readonly struct Exchanged : ICompareExchangeOperation<double>
    {
        public double CompareExchange(ref double target, double compare, double value) => Atomic.CompareExchange(ref target, compare, value);

        public bool IsSame(double left, double right) => left == right;
    }
}
