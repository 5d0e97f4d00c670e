namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>Memory of an OpenCL device.</summary>
public class OpenClBufferTests
{
    private OpenClFixture? _opencl;

    [OneTimeSetUp]
    public void Open() => _opencl = OpenClFixture.Open();

    [OneTimeTearDown]
    public void Close() => _opencl?.Dispose();

    private Accelerator Accelerator => _opencl!.Accelerator;

    [TestCase(0, 100)]
    [TestCase(3, 5)]
    [TestCase(64, 32)]
    [TestCase(100, 0)]
    public void Bytes_are_set_at_any_place(int offset, int length)
    {
        using var buffer = Accelerator.AllocateZeroed<byte>(100);
        buffer.MemSet(Accelerator.DefaultStream, 7, offset, length);
        Assert.That(buffer.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 100).Select(i => i >= offset && i < offset + length ? 7 : 0)));
    }

    [Test]
    public void Views_are_copied_between_buffers()
    {
        using var source = Accelerator.Allocate1D([.. Enumerable.Range(0, 50)]);
        using var target = Accelerator.AllocateZeroed<int>(50);
        source.View.BaseView.SubView(10, 20).CopyTo(target.View.BaseView.SubView(25, 20));
        Assert.That(target.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 50).Select(i => i is >= 25 and < 45 ? i - 15 : 0)));
    }

    [TestCase(0, 5)]
    [TestCase(5, 0)]
    public void Views_that_overlap_are_copied_as_if_aside(int from, int to)
    {
        using var buffer = Accelerator.Allocate1D([.. Enumerable.Range(0, 3_000_000)]);
        var view = buffer.View.BaseView;
        view.SubView(from, 2_999_990).CopyTo(view.SubView(to, 2_999_990));
        Assert.That(buffer.GetAsArray1D().Skip(to).Take(2_999_990).SequenceEqual(Enumerable.Range(from, 2_999_990)));
    }

    [Test]
    public void Memory_goes_to_the_CPU_and_to_another_accelerator_and_back()
    {
        using var simd = new SimdFixture();
        using var other = OpenClFixture.Open();
        using var start = simd.Accelerator.Allocate1D([.. Enumerable.Range(0, 1000)]);
        using var first = Accelerator.AllocateZeroed<int>(1000);
        using var second = other.Accelerator.AllocateZeroed<int>(1000);
        using var end = simd.Accelerator.AllocateZeroed<int>(1000);
        start.View.BaseView.CopyTo(first.View.BaseView);
        first.View.BaseView.CopyTo(second.View.BaseView);
        second.View.BaseView.CopyTo(end.View.BaseView);
        Assert.That(end.GetAsArray1D(), Is.EqualTo(Enumerable.Range(0, 1000)));
    }

    [Test]
    public void A_buffer_that_a_queued_launch_uses_lives_until_it_is_done()
    {
        using var total = Accelerator.AllocateZeroed<int>(1);
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<int>>(Add);
        for (var i = 0; i < 20; i++)
        {
            var values = Accelerator.AllocateZeroed<int>(1 << 16);
            values.View.BaseView.MemSet(Accelerator.DefaultStream, 1);
            kernel(values.IntExtent, values.View, total.View);
            values.Dispose();
        }

        Assert.That(total.GetAsArray1D()[0], Is.EqualTo(unchecked(20 * (1 << 16) * 0x01010101)));
    }

    [Test]
    public void What_nobody_disposed_is_freed_by_the_collector()
    {
        void Drop()
        {
            for (var i = 0; i < 50; i++)
                Accelerator.AllocateZeroed<byte>(1 << 20);
        }

        Drop();
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var alive = Accelerator.NumberChildObjects;
        Drop();
        Assert.That(Accelerator.NumberChildObjects, Is.GreaterThan(alive));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.That(Accelerator.NumberChildObjects, Is.EqualTo(alive));
    }

    [Test]
    public void Too_much_memory_is_refused_with_what_there_is()
    {
        var length = _opencl!.Device.LargestBuffer + 1;
        Assert.That(
            () => Accelerator.AllocateZeroed<byte>(length),
            Throws.InstanceOf<InvalidOperationException>().With.Message.StartsWith($"FLK312: allocating {length} bytes on {Accelerator} failed: OpenCL says CL_INVALID_BUFFER_SIZE (-61).")
                .And.Message.Contains($"one buffer may have {_opencl.Device.LargestBuffer}").And.Message.Contains("smaller batches"));
    }

    [Test]
    public void A_launch_refuses_views_of_other_accelerators_and_of_disposed_buffers()
    {
        using var simd = new SimdFixture();
        using var foreign = simd.Accelerator.AllocateZeroed<int>(4);
        var disposed = Accelerator.AllocateZeroed<int>(4);
        var view = disposed.View.BaseView;
        disposed.Dispose();
        var kernel = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Increment);
        Assert.That(() => kernel(4, foreign.View), Throws.ArgumentException.With.Message.Contains("another accelerator"));
        Assert.That(() => kernel(4, view), Throws.TypeOf<ObjectDisposedException>());
    }

    private static void Increment(Index1D i, ArrayView<int> data) => data[i]++;

    private static void Add(Index1D i, ArrayView<int> values, ArrayView<int> total) => Atomic.Add(ref total[0], values[i]);
}
