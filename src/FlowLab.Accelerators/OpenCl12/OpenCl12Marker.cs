namespace FlowLab.Accelerators.OpenCl12;

/// <summary>An event of a queue, whose time the device takes.</summary>
internal sealed unsafe class OpenCl12Marker(Accelerator accelerator, nint handle) : ProfilingMarker(accelerator)
{
    private const double NanosecondsPerTick = 1e9 / TimeSpan.TicksPerSecond;

    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var waited = handle;
        OpenCl12Exception.ThrowIfFailed(OpenClApi.WaitForEvents(1, &waited), "waiting for", Accelerator);
        GC.KeepAlive(this);
    }

    public override TimeSpan MeasureFrom(ProfilingMarker marker)
    {
        ArgumentNullException.ThrowIfNull(marker);
        if (marker is not OpenCl12Marker start || start.Accelerator != Accelerator)
            throw new ArgumentException($"FLK206: the marker was made on {marker.Accelerator}, this one on {Accelerator}. Compare markers of one accelerator.", nameof(marker));
        var nanoseconds = (double)EndInNanoseconds() - start.EndInNanoseconds();
        return TimeSpan.FromTicks((long)(nanoseconds / NanosecondsPerTick));
    }

    protected override void DisposeAcceleratorObject(bool disposing) => OpenClApi.ReleaseEvent(handle);

    private ulong EndInNanoseconds()
    {
        Synchronize();
        ulong time;
        OpenCl12Exception.ThrowIfFailed(
            OpenClApi.GetEventProfilingInfo(handle, OpenClInfo.ProfilingCommandEnd, sizeof(ulong), &time, null), "asking for the time of a marker on", Accelerator);
        GC.KeepAlive(this);
        return time;
    }
}
