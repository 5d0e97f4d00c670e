using FlowLab.Accelerators.Simd;
using ILGPU.Runtime.CPU;

namespace FlowLab.Accelerators.Tests.Runtime;

/// <summary>The SIMD device in ILGPU's contexts.</summary>
public class ContextTests
{
    [Test]
    public void A_listed_device_comes_after_those_of_ILGPU()
    {
        using var context = Context.Create(builder => builder.CPU().Simd(new(3, 128)));
        Assert.That(context.Devices[0], Is.InstanceOf<CPUDevice>());
        Assert.That(context.Devices[^1], Is.InstanceOf<SimdDevice>());
        using var accelerator = context.Devices[^1].CreateAccelerator(context);
        Assert.That((accelerator.GetType(), accelerator.NumMultiprocessors, accelerator.WarpSize), Is.EqualTo((typeof(SimdAccelerator), 3, 4)));
        using var emulator = context.CreateCPUAccelerator(0);
        Assert.That(emulator.Device, Is.SameAs(CPUDevice.Default));
    }

    [Test]
    public void A_device_need_not_be_listed()
    {
        using var context = Context.Create(builder => builder.CPU());
        using var accelerator = context.CreateSimdAccelerator(2);
        Assert.That((accelerator.NumThreads, accelerator.AcceleratorType), Is.EqualTo((2, AcceleratorType.CPU)));
        Assert.That(accelerator.Name, Is.EqualTo($"SIMD, {accelerator.WarpSize * 32}-bit vectors"));
        using var whole = context.CreateSimdAccelerator();
        Assert.That(whole.NumThreads, Is.EqualTo(Environment.ProcessorCount));
    }

    [Test]
    public void Disposing_a_context_disposes_everything_below()
    {
        var context = Context.Create().ToContext();
        var accelerator = context.CreateSimdAccelerator();
        var buffer = accelerator.Allocate1D<int>(10);
        var disposals = 0;
        accelerator.Disposed += (_, _) => disposals++;
        context.Dispose();
        accelerator.Dispose();
        Assert.That(buffer.IsDisposed && accelerator.IsDisposed);
        Assert.That(disposals, Is.EqualTo(1));
    }

    [TestCase(0, 0)]
    [TestCase(-1, 128)]
    [TestCase(1, 64)]
    [TestCase(1, 1024)]
    public void A_device_with_impossible_numbers_is_refused(int threads, int vectorBits) =>
        Assert.That(() => new SimdDevice(threads, vectorBits), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Two_threads_may_launch_at_once()
    {
        using var simd = new SimdFixture(3);
        using var sums = simd.Accelerator.AllocateZeroed<int>(50_000);
        var kernel = simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Increment);
        Parallel.For(0, 40, _ => kernel(sums.IntExtent, sums.View));
        Assert.That(sums.GetAsArray1D(), Is.All.EqualTo(40));
    }

    [Test]
    public void A_buffer_is_aligned_to_64_bytes()
    {
        using var simd = new SimdFixture();
        using var buffer = simd.Accelerator.Allocate1D<float>(1001);
        Assert.That(((long)buffer.NativePtr % 64, buffer.LengthInBytes), Is.EqualTo((0L, 4004L)));
    }

    [Test]
    public void Memory_is_copied_to_and_from_accelerators_of_ILGPU()
    {
        using var context = Context.Create(builder => builder.CPU());
        using var simd = context.CreateSimdAccelerator(1);
        using var emulator = context.CreateCPUAccelerator(0);
        using var source = emulator.Allocate1D([1, 2, 3]);
        using var target = simd.AllocateZeroed<int>(5);
        source.View.BaseView.CopyTo(simd.DefaultStream, target.View.BaseView.SubView(1, 3));
        Assert.That(target.GetAsArray1D(), Is.EqualTo(new[] { 0, 1, 2, 3, 0 }));
        target.View.BaseView.SubView(2, 3).CopyTo(emulator.DefaultStream, source.View.BaseView);
        emulator.Synchronize();
        Assert.That(source.GetAsArray1D(), Is.EqualTo(new[] { 2, 3, 0 }));
    }

    [Test]
    public void Pinned_memory_is_copied_from()
    {
        using var simd = new SimdFixture();
        var numbers = GC.AllocateArray<int>(64, pinned: true);
        numbers[63] = 7;
        using var locked = simd.Accelerator.CreatePageLockFromPinned(numbers);
        using var buffer = simd.Accelerator.Allocate1D<int>(64);
        buffer.View.CopyFromPageLockedAsync(locked);
        simd.Accelerator.Synchronize();
        Assert.That(buffer.GetAsArray1D(), Is.EqualTo(numbers));
    }

    private static void Increment(Index1D index, ArrayView<int> sums) => Atomic.Add(ref sums[index], 1);
}
