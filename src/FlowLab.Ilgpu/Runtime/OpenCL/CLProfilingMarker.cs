namespace ILGPU.Runtime.OpenCL;

/// <summary>An event of a queue, whose time the device takes.</summary>
internal sealed unsafe class CLProfilingMarker(Accelerator accelerator, nint marker) : ProfilingMarker(accelerator)
{
    private const double NanosecondsPerTick = 1e9 / TimeSpan.TicksPerSecond;

    ~CLProfilingMarker() => DisposeOnce(disposing: false);

    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var waited = marker;
        CLException.ThrowIfFailed(CLNative.WaitForEvents(1, &waited), "waiting for", Accelerator);
        GC.KeepAlive(this);
    }

    public override TimeSpan MeasureFrom(ProfilingMarker marker)
    {
        ArgumentNullException.ThrowIfNull(marker);
        if (marker is not CLProfilingMarker start || start.Accelerator != Accelerator)
            throw Foreign(marker);
        var nanoseconds = (double)EndInNanoseconds() - start.EndInNanoseconds();
        return TimeSpan.FromTicks((long)(nanoseconds / NanosecondsPerTick));
    }

    private ulong EndInNanoseconds()
    {
        Synchronize();
        ulong time;
        CLException.ThrowIfFailed(
            CLNative.GetEventProfilingInfo(marker, CLInfo.ProfilingCommandEnd, sizeof(ulong), &time, null), "asking for the time of a marker on", Accelerator);
        GC.KeepAlive(this);
        return time;
    }

    protected override void Dispose(bool disposing)
    {
        CLNative.ReleaseEvent(marker);
        base.Dispose(disposing);
    }
}
