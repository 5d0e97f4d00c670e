using ILGPU.Algorithms;
using ILGPU.Algorithms.HistogramOperations;
using ILGPU.Algorithms.RadixSortOperations;
using ILGPU.Algorithms.ScanReduceOperations;

namespace FlowLab.Accelerators.Tests.Algorithms;

/// <summary>ILGPU's scans, sorts, unique elements and histograms.</summary>
[TestFixture(128)]
[TestFixture(256)]
[TestFixture(512)]
public class OrderTests(int vectorBits)
{
    private SimdFixture _simd = null!;

    private AcceleratorStream Stream => _simd.Accelerator.DefaultStream;

    [OneTimeSetUp]
    public void SetUp() => _simd = new(2, vectorBits);

    [OneTimeTearDown]
    public void TearDown() => _simd.Dispose();

    [Test]
    public void A_scan_adds_up_what_comes_before([Values(1, 33, 1000, 20_000)] int length, [Values] ScanKind kind)
    {
        int[] values = [.. Enumerable.Range(0, length).Select(i => (i * 31 % 17) - 5)];
        using var input = _simd.Accelerator.Allocate1D(values);
        using var output = _simd.Accelerator.AllocateZeroed<int>(length);
        using var temporary = _simd.Accelerator.AllocateZeroed<int>(_simd.Accelerator.ComputeScanTempStorageSize<int>(length));
        _simd.Accelerator.CreateScan<int, Stride1D.Dense, Stride1D.Dense, AddInt32>(kind)(Stream, input.View, output.View, temporary.View);
        Assert.That(output.GetAsArray1D(), Is.EqualTo(SumsOf(values, isInclusive: kind == ScanKind.Inclusive)));
    }

    /// <summary>ILGPU 1.5.3 sorts negative floats the wrong way round.</summary>
    [TestCase(1)]
    [TestCase(100)]
    [TestCase(10_000)]
    public void A_radix_sort_orders_floats_and_integers(int length)
    {
        var random = new Random(3);
        float[] floats = [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() * 1e5f)];
        Assert.That(Sorted<float, AscendingFloat>(floats), Is.EqualTo(floats.Order()));
        long[] longs = [.. Enumerable.Range(0, length).Select(_ => random.NextInt64(long.MinValue, long.MaxValue))];
        Assert.That(Sorted<long, DescendingInt64>(longs), Is.EqualTo(longs.OrderDescending()));
    }

    [Test]
    public void Pairs_are_sorted_by_their_keys()
    {
        const int Length = 3000;
        var random = new Random(4);
        int[] numbers = [.. Enumerable.Range(0, Length).Select(_ => random.Next(500))];
        using var keys = _simd.Accelerator.Allocate1D(numbers);
        using var values = _simd.Accelerator.Allocate1D([.. Enumerable.Range(0, Length)]);
        using var temporary = _simd.Accelerator.AllocateZeroed<int>(_simd.Accelerator.ComputeRadixSortPairsTempStorageSize<int, int, AscendingInt32>(Length));
        _simd.Accelerator.CreateRadixSortPairs<int, Stride1D.Dense, int, Stride1D.Dense, AscendingInt32>()(Stream, keys.View, values.View, temporary.View);
        Assert.That(keys.GetAsArray1D(), Is.EqualTo(numbers.Order()));
        Assert.That(values.GetAsArray1D().Select(i => numbers[i]), Is.EqualTo(numbers.Order()));
        Assert.That(values.GetAsArray1D(), Is.Unique);
    }

    [Test]
    public void Repeated_neighbours_are_dropped()
    {
        int[] numbers = [.. Enumerable.Range(0, 700).Select(i => i / 7 * 3)];
        using var values = _simd.Accelerator.Allocate1D(numbers);
        var count = _simd.Accelerator.Unique(Stream, values.View.BaseView);
        Assert.That(values.GetAsArray1D()[..(int)count], Is.EqualTo(numbers.Distinct()));
    }

    [Test]
    public void A_histogram_counts_every_value()
    {
        int[] numbers = [.. Enumerable.Range(0, 5000).Select(i => i * i % 16)];
        using var values = _simd.Accelerator.Allocate1D(numbers);
        using var bins = _simd.Accelerator.AllocateZeroed<int>(16);
        using var overflow = _simd.Accelerator.AllocateZeroed<int>(1);
        _simd.Accelerator.Histogram<int, Stride1D.Dense, Modulo>(Stream, values.View, bins.View.BaseView, overflow.View.BaseView);
        Assert.That(bins.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 16).Select(bin => numbers.Count(number => number == bin))));
        Assert.That(overflow.GetAsArray1D()[0], Is.Zero);
    }

    private static IEnumerable<int> SumsOf(int[] values, bool isInclusive)
    {
        var sum = 0;
        foreach (var value in values)
        {
            yield return isInclusive ? sum + value : sum;
            sum += value;
        }
    }

    private T[] Sorted<T, TOperation>(T[] values)
        where T : unmanaged
        where TOperation : struct, IRadixSortOperation<T>
    {
        using var buffer = _simd.Accelerator.Allocate1D(values);
        using var temporary = _simd.Accelerator.AllocateZeroed<int>(_simd.Accelerator.ComputeRadixSortTempStorageSize<T, TOperation>(values.Length));
        _simd.Accelerator.CreateRadixSort<T, Stride1D.Dense, TOperation>()(Stream, buffer.View, temporary.View);
        return buffer.GetAsArray1D();
    }

    private readonly struct Modulo : IComputeSingleBinOperation<int, Index1D>
    {
        public Index1D ComputeHistogramBin(int value, Index1D numBins) => value % numBins;
    }
}
