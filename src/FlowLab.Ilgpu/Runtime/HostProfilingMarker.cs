using System.Diagnostics;

namespace ILGPU.Runtime;

/// <summary>A time of the host's clock, taken when the stream had nothing left to do.</summary>
internal sealed class HostProfilingMarker(Accelerator accelerator) : ProfilingMarker(accelerator)
{
    private readonly long _timestamp = Stopwatch.GetTimestamp();

    public override void Synchronize() => ObjectDisposedException.ThrowIf(IsDisposed, this);

    public override TimeSpan MeasureFrom(ProfilingMarker marker)
    {
        ArgumentNullException.ThrowIfNull(marker);
        Synchronize();
        marker.Synchronize();
        return marker is HostProfilingMarker start && marker.Accelerator == Accelerator
            ? Stopwatch.GetElapsedTime(start._timestamp, _timestamp)
            : throw Foreign(marker);
    }
}
