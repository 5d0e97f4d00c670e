using System.Diagnostics;

namespace FlowLab.Accelerators.Tests.Runtime;

public class ProfilingTests
{
    [Test]
    public void Markers_measure_what_ran_between_them()
    {
        using var simd = new SimdFixture();
        using var stream = simd.Accelerator.CreateStream();
        long outer = Stopwatch.GetTimestamp();
        using var start = stream.AddProfilingMarker();
        long inner = Stopwatch.GetTimestamp();
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(inner) > TimeSpan.FromMilliseconds(1));
        TimeSpan least = Stopwatch.GetElapsedTime(inner);
        using var end = simd.Accelerator.DefaultStream.AddProfilingMarker();
        start.Synchronize();
        Assert.That(end.MeasureFrom(start), Is.InRange(least, Stopwatch.GetElapsedTime(outer)));
        Assert.That(start.MeasureFrom(end), Is.EqualTo(-end.MeasureFrom(start)));
    }

    [Test]
    public void Markers_of_two_accelerators_are_not_compared()
    {
        using var first = new SimdFixture();
        using var second = new SimdFixture();
        using var marker = second.Accelerator.DefaultStream.AddProfilingMarker();
        Assert.That(
            () => first.Accelerator.DefaultStream.AddProfilingMarker().MeasureFrom(marker),
            Throws.ArgumentException.With.Message.StartsWith("FLK206: ").And.Message.Contains("Compare markers of one accelerator"));
        second.Accelerator.Dispose();
        Assert.That(marker.Synchronize, Throws.TypeOf<ObjectDisposedException>());
    }
}
