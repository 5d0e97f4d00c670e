namespace ILGPU.Runtime.Cuda;

/// <summary>An event in a stream, whose time the device takes.</summary>
internal sealed unsafe class CudaProfilingMarker : ProfilingMarker
{
    private const string Attempt = "marking a moment on";

    private readonly CudaAccelerator _accelerator;
    private readonly nint _event;

    internal CudaProfilingMarker(CudaAccelerator accelerator, CudaStream stream)
        : base(accelerator)
    {
        _accelerator = accelerator;
        accelerator.MakeCurrent();
        nint marker;
        CudaException.ThrowIfFailed(accelerator.Api, accelerator.Api.EventCreate(&marker, 0), Attempt, accelerator);
        _event = marker;
        CudaException.ThrowIfFailed(accelerator.Api, accelerator.Api.EventRecord(marker, stream.Handle), Attempt, accelerator);
    }

    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        _accelerator.MakeCurrent();
        CudaException.ThrowIfFailed(_accelerator.Api, _accelerator.Api.EventSynchronize(_event), "waiting for", _accelerator);
    }

    public override TimeSpan MeasureFrom(ProfilingMarker marker)
    {
        ArgumentNullException.ThrowIfNull(marker);
        if (marker is not CudaProfilingMarker start || start.Accelerator != Accelerator)
            throw Foreign(marker);
        start.Synchronize();
        Synchronize();
        float milliseconds;
        CudaException.ThrowIfFailed(
            _accelerator.Api, _accelerator.Api.EventElapsedTime(&milliseconds, start._event, _event), "measuring a time on", _accelerator);
        return TimeSpan.FromTicks((long)(milliseconds * (double)TimeSpan.TicksPerMillisecond));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _accelerator.Api.ContextSetCurrent(_accelerator.NativeContext) == CudaStatus.CUDA_SUCCESS)
            _accelerator.Api.EventDestroy(_event);
        base.Dispose(disposing);
    }
}
