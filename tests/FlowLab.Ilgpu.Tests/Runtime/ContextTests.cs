using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.OpenCL;

namespace ILGPU.Tests.Runtime;

public class ContextTests
{
    [Test]
    public void The_default_context_has_one_CPU_device_per_machine()
    {
        using var context = Context.CreateDefault();
        Assert.That(context.GetPreferredDevice(preferCPU: true), Is.SameAs(CPUDevice.Default));
        Assert.That(CPUDevice.Default.NumMultiprocessors, Is.EqualTo(Environment.ProcessorCount));
        Assert.That(context.GetDevices<CPUDevice>().Count, Is.EqualTo(1));
    }

    [Test]
    public void The_default_context_has_every_other_device_that_kernels_run_on()
    {
        using var context = Context.CreateDefault();
        Assert.That(context.GetDevices<CLDevice>().Count, Is.EqualTo(CLDevice.GetDevices(static _ => true).Length));
        Assert.That(context.GetPreferredDevice(preferCPU: false).AcceleratorType, context.Devices.Length > 1 ? Is.Not.EqualTo(AcceleratorType.CPU) : Is.EqualTo(AcceleratorType.CPU));
    }

    [Test]
    public void Settings_are_those_asked_for()
    {
        using var debug = Context.Create(builder => builder.CPU().Debug().Profiling().Math(MathMode.Fast));
        var properties = debug.Properties;
        Assert.That((properties.OptimizationLevel, properties.EnableAssertions, properties.EnableProfiling, properties.MathMode), Is.EqualTo((OptimizationLevel.O0, true, true, MathMode.Fast)));
        using var release = Context.Create(builder => builder.CPU().Release());
        Assert.That((release.Properties.OptimizationLevel, release.Properties.EnableAssertions), Is.EqualTo((OptimizationLevel.O1, false)));
        using var automatic = Context.CreateDefaultAutoDebug();
        Assert.That(automatic.Properties.EnableAssertions, Is.EqualTo(System.Diagnostics.Debugger.IsAttached));
    }

    [Test]
    public void A_missing_device_is_named()
    {
        using var context = Context.Create(builder => builder.CPU());
        Assert.That(() => context.GetCPUDevice(1), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("1 device(s) of type CPUDevice"));
        using var empty = Context.Create().ToContext();
        Assert.That(() => empty.GetPreferredDevice(preferCPU: true), Throws.TypeOf<NotSupportedException>());
    }

    [Test]
    public void Disposing_a_context_disposes_everything_below()
    {
        var context = Context.CreateDefault();
        var accelerator = context.CreateCPUAccelerator(0);
        var buffer = accelerator.Allocate1D<int>(10);
        var disposals = 0;
        accelerator.Disposed += (_, _) => disposals++;
        Assert.That(accelerator.NumberChildObjects, Is.EqualTo(2));
        context.Dispose();
        accelerator.Dispose();
        Assert.That(buffer.IsDisposed && accelerator.IsDisposed);
        Assert.That(disposals, Is.EqualTo(1));
        Assert.That(() => context.CreateCPUAccelerator(0), Throws.TypeOf<ObjectDisposedException>());
    }

    [TestCase(3, 1, 1)]
    [TestCase(1, 1, 1)]
    [TestCase(2, 0, 1)]
    [TestCase(2, 1, 0)]
    public void A_device_with_impossible_numbers_is_refused(int warp, int warps, int multiprocessors) =>
        Assert.That(() => new CPUDevice(warp, warps, multiprocessors), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Sequential_mode_runs_one_instance_after_the_other()
    {
        using var context = Context.Create(builder => builder.CPU(new CPUDevice(2, 1, 4)));
        using var accelerator = context.CreateCPUAccelerator(0, CPUAcceleratorMode.Sequential);
        using var tickets = accelerator.Allocate1D<int>(10_000);
        using var counter = accelerator.Allocate1D<int>(1);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<int>>(TakeTicket)(tickets.IntExtent, tickets.View, counter.View);
        Assert.That(tickets.GetAsArray1D(), Is.Ordered);
    }

    [Test]
    public void Two_threads_may_launch_at_once()
    {
        using var cpu = new CpuFixture(3);
        using var sums = cpu.Accelerator.Allocate1D<int>(50_000);
        var kernel = cpu.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Increment);
        Parallel.For(0, 40, _ => kernel(sums.IntExtent, sums.View));
        Assert.That(sums.GetAsArray1D(), Is.All.EqualTo(40));
    }

    private static void TakeTicket(Index1D index, ArrayView<int> tickets, ArrayView<int> counter) => tickets[index] = Atomic.Add(ref counter[0], 1);

    private static void Increment(Index1D index, ArrayView<int> sums) => Atomic.Add(ref sums[index], 1);
}
