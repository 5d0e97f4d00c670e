using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU.Tests.Runtime;

public class ProfilingTests
{
    [Test]
    public void Markers_measure_what_ran_between_them()
    {
        using var context = Context.Create(builder => builder.CPU().Profiling());
        using var accelerator = context.CreateCPUAccelerator(0);
        using var stream = accelerator.CreateStream();
        using var start = stream.AddProfilingMarker();
        Thread.Sleep(20);
        using var end = accelerator.AddProfilingMarker();
        start.Synchronize();
        Assert.That(end - start, Is.GreaterThanOrEqualTo(TimeSpan.FromMilliseconds(15)));
        Assert.That(start.MeasureFrom(end), Is.EqualTo(start - end).And.LessThan(TimeSpan.Zero));
    }

    [Test]
    public void A_context_without_profiling_takes_no_markers()
    {
        using var cpu = new CpuFixture();
        Assert.That(cpu.Accelerator.AddProfilingMarker, Throws.TypeOf<NotSupportedException>().With.Message.EqualTo(
            "FLK020: markers need a context that profiles, and this one does not; build it with builder.Profiling()."));
    }

    [Test]
    public void Markers_of_two_accelerators_are_not_compared()
    {
        using var context = Context.Create(builder => builder.CPU().Profiling());
        using var first = context.CreateCPUAccelerator(0);
        using var second = context.CreateCPUAccelerator(0);
        using var marker = second.AddProfilingMarker();
        Assert.That(() => first.AddProfilingMarker().MeasureFrom(marker), Throws.ArgumentException.With.Message.Contains("both on one accelerator"));
        second.Dispose();
        Assert.That(marker.Synchronize, Throws.TypeOf<ObjectDisposedException>());
    }
}
