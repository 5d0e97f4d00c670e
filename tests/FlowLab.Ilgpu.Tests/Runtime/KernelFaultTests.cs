using ILGPU.Frontend;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU.Tests.Runtime;

public class KernelFaultTests
{
    private static readonly Action<Index1D, ArrayView<int>> s_nested = (_, _) => { };

    private CpuFixture _cpu = null!;

    [SetUp]
    public void SetUp() => _cpu = new(3);

    [TearDown]
    public void TearDown() => _cpu.Dispose();

    [Test]
    public void A_failed_index_check_reaches_the_caller_and_the_pool_stays_usable()
    {
        using var cpu = new CpuFixture(3, assertions: true);
        using var counts = cpu.Accelerator.Allocate1D<int>(1000);
        var kernel = cpu.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(CountBut);
        for (var failing = 0; failing < 1000; failing += 37)
        {
            Assert.That(
                () => kernel(1000, counts.View, failing),
                Throws.TypeOf<IndexOutOfRangeException>().With.Message.StartsWith($"Index {-1 - failing} "));
        }

        counts.MemSetToZero();
        kernel(1000, counts.View, -1);
        Assert.That(counts.GetAsArray1D(), Is.All.EqualTo(1));
    }

    [Test]
    public void What_kernels_may_not_do_is_refused_when_they_are_loaded()
    {
        Assert.That(
            () => _cpu.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(LaunchAgain),
            Throws.TypeOf<KernelRefusedException>().With.Message.StartsWith("FLK102: KernelFaultTests.LaunchAgain (KernelFaultTests.cs:"));
        Assert.That(
            () => _cpu.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>>(Throw),
            Throws.TypeOf<KernelRefusedException>().With.Message.StartsWith("FLK107: ").And.Message.Contains("Write a status into a buffer"));
    }

    [Test]
    public void A_lambda_is_refused()
    {
        var offset = 3;
        Assert.That(
            () => _cpu.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>((index, view) => view[index] = offset),
            Throws.TypeOf<NotSupportedException>().With.Message.StartsWith("FLK001: ").And.Message.Contains("Make it a static method"));
        Assert.That(
            () => _cpu.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(static (index, view) => view[index] = 1),
            Throws.TypeOf<NotSupportedException>().With.Message.StartsWith("FLK001: "));
    }

    [Test]
    public void An_instance_method_is_refused_by_name() =>
        Assert.That(
            () => _cpu.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(InstanceKernel),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains($"{typeof(KernelFaultTests).FullName}.{nameof(InstanceKernel)}"));

    [Test]
    public void A_negative_extent_is_refused()
    {
        using var counts = _cpu.Accelerator.Allocate1D<int>(10);
        var kernel = _cpu.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(CountBut);
        Assert.That(() => kernel(-2, counts.View, -1), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("(-2)"));
    }

    [Test]
    public void Views_and_streams_of_another_accelerator_are_refused()
    {
        using var other = new CpuFixture();
        using var foreign = other.Accelerator.Allocate1D<int>(10);
        using var own = _cpu.Accelerator.Allocate1D<int>(10);
        var kernel = _cpu.Accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>, int>(CountBut);
        var stream = _cpu.Accelerator.DefaultStream;
        Assert.That(
            () => kernel(stream, 10, foreign.View, -1), Throws.ArgumentException.With.Message.Contains("parameter 1").And.Message.Contains("another accelerator"));
        Assert.That(() => kernel(other.Accelerator.DefaultStream, 10, own.View, -1), Throws.ArgumentException);
    }

    [Test]
    public void A_disposed_buffer_is_refused_also_inside_of_a_struct()
    {
        var buffer = _cpu.Accelerator.Allocate1D<int>(10);
        var kernel = _cpu.Accelerator.LoadAutoGroupedStreamKernel<Index1D, int, Pair>(WritePair);
        var pair = new Pair(buffer.View, buffer.View.BaseView.SubView(5));
        kernel(5, 8, pair);
        Assert.That(buffer.GetAsArray1D(), Is.EqualTo(new[] { 8, 8, 8, 8, 8, 9, 9, 9, 9, 9 }));
        buffer.Dispose();
        Assert.That(() => kernel(5, 8, pair), Throws.TypeOf<ObjectDisposedException>().With.Message.Contains("parameter 2"));
    }

    [Test]
    public void A_disposed_accelerator_is_refused()
    {
        var buffer = _cpu.Accelerator.Allocate1D<int>(10);
        var view = buffer.View;
        var kernel = _cpu.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(CountBut);
        _cpu.Accelerator.Dispose();
        Assert.That(buffer.IsDisposed);
        Assert.That(() => kernel(10, view, -1), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => _cpu.Accelerator.Allocate1D<int>(1), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(
            () => _cpu.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(CountBut), Throws.TypeOf<ObjectDisposedException>());
    }

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

    private void InstanceKernel(Index1D index, ArrayView<int> counts) => counts[index] = _cpu.Accelerator.NumThreads;

    private readonly struct Pair(ArrayView<int> first, ArrayView<int> second)
    {
        public ArrayView<int> First { get; } = first;

        public ArrayView<int> Second { get; } = second;
    }
}
