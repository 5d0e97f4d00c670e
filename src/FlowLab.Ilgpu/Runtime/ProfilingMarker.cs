namespace ILGPU.Runtime;

/// <summary>A moment in a stream: after everything queued before it, before everything queued after it.</summary>
public abstract class ProfilingMarker : AcceleratorObject
{
    private protected ProfilingMarker(Accelerator accelerator)
        : base(accelerator)
    {
    }

    /// <summary>Waits until the stream has come to the marker.</summary>
    public abstract void Synchronize();

    /// <summary>Waits for both markers and gives the time from <paramref name="marker"/> to this one.</summary>
    /// <exception cref="ArgumentException">The marker belongs to another kind of stream.</exception>
    public abstract TimeSpan MeasureFrom(ProfilingMarker marker);

    /// <inheritdoc cref="MeasureFrom"/>
    public static TimeSpan operator -(ProfilingMarker end, ProfilingMarker start)
    {
        ArgumentNullException.ThrowIfNull(end);
        return end.MeasureFrom(start);
    }

    private protected ArgumentException Foreign(ProfilingMarker marker) => new(
        $"The time between two markers needs both on one accelerator; this one is on {Accelerator}, the other on {marker.Accelerator}.",
        nameof(marker));
}
