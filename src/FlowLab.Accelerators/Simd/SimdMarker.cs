using System.Diagnostics;

namespace FlowLab.Accelerators.Simd;

/// <summary>A time of the host's clock, taken when the stream had nothing left to do.</summary>
internal sealed class SimdMarker(Accelerator accelerator) : ProfilingMarker(accelerator)
{
    private readonly long _timestamp = Stopwatch.GetTimestamp();

    public override void Synchronize() => ObjectDisposedException.ThrowIf(IsDisposed, this);

    public override TimeSpan MeasureFrom(ProfilingMarker marker)
    {
        ArgumentNullException.ThrowIfNull(marker);
        Synchronize();
        marker.Synchronize();
        return marker is SimdMarker start && marker.Accelerator == Accelerator
            ? Stopwatch.GetElapsedTime(start._timestamp, _timestamp)
            : throw new ArgumentException($"FLK206: the marker was made on {marker.Accelerator.Name}, this one on {Accelerator.Name}. Compare markers of one accelerator.", nameof(marker));
    }

    protected override void DisposeAcceleratorObject(bool disposing)
    {
    }
}
