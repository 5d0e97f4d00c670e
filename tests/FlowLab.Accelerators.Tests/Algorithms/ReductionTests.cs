using ILGPU.Algorithms;
using ILGPU.Algorithms.ScanReduceOperations;

namespace FlowLab.Accelerators.Tests.Algorithms;

/// <summary>Reductions of views of any length and stride.</summary>
public class ReductionTests
{
    private SimdFixture _simd = null!;

    private AcceleratorStream Stream => _simd.Accelerator.DefaultStream;

    [SetUp]
    public void SetUp() => _simd = new(2);

    [TearDown]
    public void TearDown() => _simd.Dispose();

    [TestCase(1)]
    [TestCase(31)]
    [TestCase(33)]
    [TestCase(5000)]
    public void Integers_of_any_length(int length)
    {
        long[] values = [.. Enumerable.Range(0, length).Select(i => ((long)i * 1_000_003 % 9973) - 4000)];
        using var input = _simd.Accelerator.Allocate1D(values);
        Assert.That(_simd.Accelerator.Reduce<long, AddInt64>(Stream, input.View), Is.EqualTo(values.Sum()));
        Assert.That(_simd.Accelerator.Reduce<long, MaxInt64>(Stream, input.View), Is.EqualTo(values.Max()));
        Assert.That(_simd.Accelerator.Reduce<long, MinInt64>(Stream, input.View), Is.EqualTo(values.Min()));
    }

    [Test]
    public void Sums_of_floats_repeat_bit_for_bit()
    {
        var random = new Random(5);
        float[] values = [.. Enumerable.Range(0, 3000).Select(_ => random.NextSingle() - 0.5f)];
        using var input = _simd.Accelerator.Allocate1D(values);
        var first = _simd.Accelerator.Reduce<float, AddFloat>(Stream, input.View);
        Assert.That(first, Is.EqualTo(values.Sum(value => (double)value)).Within(1e-4));
        for (var i = 0; i < 5; i++)
            Assert.That(BitConverter.SingleToInt32Bits(_simd.Accelerator.Reduce<float, AddFloat>(Stream, input.View)), Is.EqualTo(BitConverter.SingleToInt32Bits(first)));
    }

    [Test]
    public async Task Views_with_strides_and_tasks()
    {
        using var input = _simd.Accelerator.Allocate1D<int, Stride1D.General>(200, new(3));
        _simd.Accelerator.Initialize(Stream, input.View, 4);
        Assert.That(await _simd.Accelerator.ReduceAsync<int, Stride1D.General, AddInt32>(Stream, input.View), Is.EqualTo(800));
        using var output = _simd.Accelerator.Allocate1D([1, 2, 3]);
        _simd.Accelerator.CreateReduction<int, Stride1D.General, MaxInt32>()(Stream, input.View, output.View);
        Assert.That(output.GetAsArray1D(), Is.EqualTo(new[] { 4, 2, 3 }));
    }

    [Test]
    public void An_empty_view_is_the_identity()
    {
        Assert.That(_simd.Accelerator.Reduce<float, MaxFloat>(Stream, ArrayView<float>.Empty), Is.EqualTo(float.NegativeInfinity));
        Assert.That(_simd.Accelerator.Reduce<int, AddInt32>(Stream, ArrayView<int>.Empty), Is.Zero);
    }

    [Test]
    public void An_output_without_elements_is_refused()
    {
        using var input = _simd.Accelerator.AllocateZeroed<int>(3);
        Assert.That(
            () => _simd.Accelerator.Reduce<int, AddInt32>(Stream, input.View, ArrayView<int>.Empty),
            Throws.ArgumentException.With.Message.Contains("it needs one"));
    }

    [Test]
    public void Structs_reduce_by_an_operation_of_their_own()
    {
        Range[] values = [.. Enumerable.Range(0, 500).Select(i => new Range((i * 7 % 501) - 3, i * 11 % 499))];
        using var input = _simd.Accelerator.Allocate1D(values);
        Assert.That(_simd.Accelerator.Reduce<Range, Union>(Stream, input.View), Is.EqualTo(new Range(values.Min(value => value.From), values.Max(value => value.To))));
    }

    private readonly record struct Range(int From, int To);

    private readonly struct Union : IScanReduceOperation<Range>
    {
        public string CLCommand => "";

        public Range Identity => new(int.MaxValue, int.MinValue);

        public Range Apply(Range first, Range second) => new(Math.Min(first.From, second.From), Math.Max(first.To, second.To));

        public void AtomicApply(ref Range target, Range value) => target = Apply(target, value);
    }
}
