namespace FlowLab.Accelerators.Tests.Runtime;

/// <summary>Kernels on a device that checks every access to a view.</summary>
public sealed class BoundsCheckTests
{
    private const int Length = 100;

    private static readonly int[] Widths = [128, 256, 512];

    [TestCaseSource(nameof(Widths))]
    public void What_is_in_bounds_computes_what_it_computes_without_checks(int bits)
    {
        Assert.That(Run(bits, isChecked: true, 0, 1), Is.EqualTo(Run(bits, isChecked: false, 0, 1)));
    }

    [TestCaseSource(nameof(Widths))]
    public void An_index_out_of_its_view_is_named_with_kernel_view_and_line_and_nothing_is_written(int bits)
    {
        Assert.That(
            () => Run(bits, isChecked: true, 7, 1),
            Throws.TypeOf<IndexOutOfRangeException>().With.Message.Match(
                @"^FLK208: the kernel BoundsCheckTests\.Add reaches for element 10[0-6] of the view values, which has 100, in BoundsCheckTests\.Add \(BoundsCheckTests\.cs:\d+\)\. "));
    }

    [TestCase(-1, "reaches for element -1 of the view values, which has 100")]
    [TestCase(1L << 40, "reaches for element 1099511627776 of the view values")]
    public void Negative_and_far_indices_are_found_as_well(long index, string text)
    {
        using SimdFixture simd = new(isChecked: true);
        using var values = simd.Accelerator.Allocate1D(new float[Length]);
        var kernel = simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, long>(WriteAt);
        Assert.That(() => kernel(1, values.View, index), Throws.TypeOf<IndexOutOfRangeException>().With.Message.Contains(text));
        Assert.That(values.GetAsArray1D(), Is.All.Zero);
    }

    [Test]
    public void A_part_that_reaches_beyond_its_view_is_found_where_it_is_taken_and_an_index_beyond_the_part_where_it_is_used()
    {
        using SimdFixture simd = new(isChecked: true);
        using var values = simd.Accelerator.Allocate1D(new float[Length]);
        var kernel = simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, int, int>(WriteInPart);
        kernel(4, values.View, 20, 4);
        Assert.That(() => kernel(4, values.View, 96, 5), Throws.Exception.With.Message.Contains("takes the 5 elements from 96 on of the view values, which has 100"));
        Assert.That(() => kernel(5, values.View, 20, 4), Throws.Exception.With.Message.Contains("reaches for element 4 of the view values, which has 4"));
    }

    [Test]
    public void Only_instances_that_get_there_are_checked()
    {
        using SimdFixture simd = new(isChecked: true);
        using var values = simd.Accelerator.Allocate1D(new float[Length]);
        simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>>(WriteIfInside)(3 * Length, values.View);
        Assert.That(values.GetAsArray1D(), Is.All.EqualTo(1f));
    }

    [Test]
    public void Shared_memory_is_checked_too()
    {
        using SimdFixture simd = new(isChecked: true);
        using var values = simd.Accelerator.Allocate1D(new float[Length]);
        var kernel = simd.Accelerator.LoadStreamKernel<ArrayView<float>, int>(Share);
        kernel((1, 32), values.View, 0);
        Assert.That(() => kernel((1, 32), values.View, 1), Throws.Exception.With.Message.Contains("reaches for element 32 of the view of shared memory, which has 32"));
    }

    private static float[] Run(int bits, bool isChecked, int distance, float number)
    {
        using SimdFixture simd = new(vectorBits: bits, isChecked: isChecked);
        using var values = simd.Accelerator.Allocate1D(Enumerable.Range(0, Length).Select(i => i * 0.25f).ToArray());
        simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, int, float>(Add)(Length, values.View, distance, number);
        return values.GetAsArray1D();
    }

    private static void Add(Index1D index, ArrayView<float> values, int distance, float number) => values[index + distance] += number * values[index];

    private static void WriteAt(Index1D index, ArrayView<float> values, long at) => values[at] = 1f;

    private static void WriteInPart(Index1D index, ArrayView<float> values, int first, int count) => values.SubView(first, count)[index] = 1f;

    private static void WriteIfInside(Index1D index, ArrayView<float> values)
    {
        if (index < values.Length)
            values[index] = 1f;
    }

    private static void Share(ArrayView<float> values, int distance)
    {
        ArrayView<float> shared = SharedMemory.Allocate<float>(32);
        shared[Group.IdxX + distance] = 1f;
        Group.Barrier();
        values[Group.IdxX] = shared[Group.IdxX];
    }
}
