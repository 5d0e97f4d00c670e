using FlowLab.Accelerators.Frontend;
using ILGPU.Runtime.CPU;

namespace FlowLab.Accelerators.Tests.Runtime;

public class KernelFaultTests
{
    private static readonly Action<Index1D, ArrayView<int>> s_nested = (_, _) => { };

    private SimdFixture _simd = null!;

    [SetUp]
    public void SetUp() => _simd = new(3);

    [TearDown]
    public void TearDown() => _simd.Dispose();

    [Test]
    public void What_kernels_may_not_do_is_refused_when_they_are_loaded()
    {
        Assert.That(
            () => _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(LaunchAgain),
            Throws.TypeOf<KernelRefusedException>().With.Message.StartsWith("FLK102: KernelFaultTests.LaunchAgain (KernelFaultTests.cs:"));
        Assert.That(
            () => _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>>(Throw),
            Throws.TypeOf<KernelRefusedException>().With.Message.StartsWith("FLK107: ").And.Message.Contains("Write a status into a buffer"));
    }

    [Test]
    public void A_lambda_that_captures_is_refused()
    {
        var offset = 3;
        Assert.That(
            () => _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>((index, view) => view[index] = offset),
            Throws.TypeOf<NotSupportedException>());
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_lambda_that_captures_nothing_is_a_kernel(bool isStatic)
    {
        using var data = _simd.Accelerator.Allocate1D([5, 6, 7]);
        var kernel = isStatic
            ? _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(static (index, view, number) => view[index] += number + index)
            : _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>((index, view, number) => view[index] += number + index);
        kernel(3, data.View, 10);
        Assert.That(data.GetAsArray1D(), Is.EqualTo(new[] { 15, 17, 19 }));
        var grouped = _simd.Accelerator.LoadStreamKernel<ArrayView<int>, SpecializedValue<int>>((view, number) => view[Grid.GlobalIndex.X] = Looked(number, Group.IdxX));
        grouped((1, 3), data.View, SpecializedValue.New(100));
        Assert.That(data.GetAsArray1D(), Is.EqualTo(new[] { 100, 101, 102 }));
    }

    [Test]
    public void A_negative_extent_is_refused()
    {
        using var counts = _simd.Accelerator.AllocateZeroed<int>(10);
        var kernel = _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(CountBut);
        Assert.That(() => kernel(-2, counts.View, -1), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("(-2, 1, 1)"));
    }

    [Test]
    public void Views_and_streams_of_another_accelerator_are_refused()
    {
        using var other = new SimdFixture();
        using var foreign = other.Accelerator.AllocateZeroed<int>(10);
        using var own = _simd.Accelerator.AllocateZeroed<int>(10);
        var kernel = _simd.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>, int>(CountBut);
        var stream = _simd.Accelerator.DefaultStream;
        Assert.That(
            () => kernel(stream, 10, foreign.View, -1), Throws.ArgumentException.With.Message.Contains("parameter 1").And.Message.Contains("another accelerator"));
        Assert.That(() => kernel(other.Accelerator.DefaultStream, 10, own.View, -1), Throws.ArgumentException);
    }

    [Test]
    public void A_disposed_buffer_is_refused_also_inside_of_a_struct()
    {
        var buffer = _simd.Accelerator.AllocateZeroed<int>(10);
        var kernel = _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, int, Pair>(WritePair);
        var pair = new Pair(buffer.View, buffer.View.BaseView.SubView(5));
        kernel(5, 8, pair);
        Assert.That(buffer.GetAsArray1D(), Is.EqualTo(new[] { 8, 8, 8, 8, 8, 9, 9, 9, 9, 9 }));
        buffer.Dispose();
        Assert.That(() => kernel(5, 8, pair), Throws.TypeOf<ObjectDisposedException>().With.Message.Contains("parameter 2"));
    }

    [Test]
    public void A_disposed_accelerator_is_refused()
    {
        var buffer = _simd.Accelerator.AllocateZeroed<int>(10);
        var view = buffer.View;
        var kernel = _simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(CountBut);
        _simd.Accelerator.Dispose();
        Assert.That(buffer.IsDisposed);
        Assert.That(() => kernel(10, view, -1), Throws.TypeOf<ObjectDisposedException>());
    }

    private static int Looked(int number, int thread) => number + thread;

    private static void LaunchAgain(Index1D index, ArrayView<int> counts) => s_nested(8, counts);

    private static void Throw(Index1D index, ArrayView<int> counts)
    {
        if (counts[index] > 3)
            throw new InvalidOperationException("too many");
    }

    private static void CountBut(Index1D index, ArrayView<int> counts, int failing) => counts[index.X == failing ? -1 - failing : index.X]++;

    private static void WritePair(Index1D index, int value, Pair pair)
    {
        pair.First[index] = value;
        pair.Second[index] = value + 1;
    }

    private readonly struct Pair(ArrayView<int> first, ArrayView<int> second)
    {
        public ArrayView<int> First { get; } = first;

        public ArrayView<int> Second { get; } = second;
    }
}
