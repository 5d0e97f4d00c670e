using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Tests.Cuda.Driver;

namespace ILGPU.Tests.Cuda;

/// <summary>Memory of CUDA devices, on the simulated driver.</summary>
public class CudaBufferTests
{
    [Test]
    public void New_buffers_are_zero()
    {
        using var cuda = new CudaFixture();
        using var buffer = cuda.Accelerator.Allocate1D<int>(1000);
        Assert.That(buffer.GetAsArray1D(), Is.All.Zero);
        Assert.That(buffer.NativePtr, Is.Not.EqualTo((nint)0));
    }

    [Test]
    public void Empty_buffers_have_no_memory()
    {
        using var cuda = new CudaFixture();
        using var buffer = cuda.Accelerator.Allocate1D<int>(0);
        Assert.That(buffer.NativePtr, Is.EqualTo((nint)0));
        Assert.That(buffer.GetAsArray1D(), Is.Empty);
    }

    [Test]
    public void Data_comes_back_as_it_went([Values] bool accessesHostMemory)
    {
        using var cuda = new CudaFixture(devices: FakeDevice.Usual with { AccessesHostMemory = accessesHostMemory });
        int[] data = [.. Enumerable.Range(0, 300)];
        using var buffer = cuda.Accelerator.Allocate1D(data);
        Array.Clear(data);
        var part = new int[10];
        buffer.View.SubView(100, 10).CopyToCPU(part);
        Assert.That(part, Is.EqualTo(Enumerable.Range(100, 10)));
    }

    [Test]
    public void Parts_are_set_and_copied()
    {
        using var cuda = new CudaFixture();
        using var source = cuda.Accelerator.Allocate1D<byte>(16);
        using var target = cuda.Accelerator.Allocate1D<byte>(16);
        source.MemSet(cuda.Accelerator.DefaultStream, 7, 4, 8);
        target.View.SubView(6, 10).CopyFrom(cuda.Accelerator.DefaultStream, source.View.SubView(2, 10));
        Assert.That(target.GetAsArray1D(), Is.EqualTo(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 7, 7, 7, 7, 7, 7, 7, 7 }));
    }

    [TestCase(0, 3)]
    [TestCase(3, 0)]
    public void Places_within_one_buffer_may_overlap(int from, int to)
    {
        using var cuda = new CudaFixture();
        byte[] data = [.. Enumerable.Range(1, 12).Select(i => (byte)i)];
        using var buffer = cuda.Accelerator.Allocate1D(data);
        buffer.View.SubView(to, 9).CopyFrom(cuda.Accelerator.DefaultStream, buffer.View.SubView(from, 9));
        Array.Copy(data, from, data, to, 9);
        Assert.That(buffer.GetAsArray1D(), Is.EqualTo(data));
    }

    [Test]
    public void Copies_go_between_devices()
    {
        using var cuda = new CudaFixture(devices: [FakeDevice.Usual, FakeDevice.Usual]);
        using var cpu = cuda.Context.CreateCPUAccelerator(0);
        using var other = cuda.Context.CreateCudaAccelerator(1);
        using var first = cuda.Accelerator.Allocate1D([1, 2, 3]);
        using var second = other.Allocate1D<int>(3);
        using var third = cpu.Allocate1D<int>(3);
        second.View.CopyFrom(other.DefaultStream, first.View);
        third.View.CopyFrom(cpu.DefaultStream, second.View);
        Assert.That(third.GetAsArray1D(), Is.EqualTo(new[] { 1, 2, 3 }));
        first.View.MemSetToZero();
        first.View.CopyFrom(cuda.Accelerator.DefaultStream, third.View);
        Assert.That(first.GetAsArray1D(), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public void Too_much_memory_is_refused_with_what_is_free()
    {
        using var cuda = new CudaFixture(devices: FakeDevice.Usual with { MemoryInBytes = 1000 });
        using var buffer = cuda.Accelerator.Allocate1D<byte>(600);
        Assert.That(cuda.Accelerator.GetFreeMemory(), Is.EqualTo(400));
        Assert.That(() => cuda.Accelerator.Allocate1D<byte>(500), Throws.InstanceOf<InvalidOperationException>().With.Message.EqualTo(
            "FLK412: allocating 500 bytes on Test Pascal [Cuda] failed: CUDA says CUDA_ERROR_OUT_OF_MEMORY (2). 400 of its 1000 bytes are free. "
            + "Dispose buffers that are not needed, use smaller batches, or end other programs on the device."));
    }

    [Test]
    public void Any_thread_may_use_the_accelerator()
    {
        using var cuda = new CudaFixture();
        var results = new int[4][];
        var threads = results.Select((_, i) => new Thread(() =>
        {
            using var buffer = cuda.Accelerator.Allocate1D([i, i + 1]);
            results[i] = buffer.GetAsArray1D();
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.That(results, Is.EqualTo(new[] { new[] { 0, 1 }, [1, 2], [2, 3], [3, 4] }));
    }

    [Test]
    public void Buffers_end_with_their_accelerator()
    {
        using var cuda = new CudaFixture();
        var buffer = cuda.Accelerator.Allocate1D<int>(5);
        cuda.Accelerator.Dispose();
        Assert.That(buffer.IsDisposed && FakeCuda.Leaks == 0);
        Assert.That(() => cuda.Accelerator.Allocate1D<int>(5), Throws.TypeOf<ObjectDisposedException>());
    }
}
