namespace ILGPU.Runtime.Cuda;

/// <summary>A stream of the driver that waits for no other one.</summary>
internal sealed unsafe class CudaStream : AcceleratorStream
{
    internal const uint NonBlocking = 1;

    private readonly CudaAccelerator _accelerator;

    internal CudaStream(CudaAccelerator accelerator)
        : base(accelerator)
    {
        _accelerator = accelerator;
        Handle = accelerator.CreateNativeStream();
    }

    internal nint Handle { get; }

    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        _accelerator.MakeCurrent();
        CudaException.ThrowIfFailed(_accelerator.Api, _accelerator.Api.StreamSynchronize(Handle), "waiting for", _accelerator);
    }

    /// <summary>The stream itself where it is one of the accelerator; else the accelerator's own, after what the other one has queued.</summary>
    internal static CudaStream On(Accelerator accelerator, AcceleratorStream stream)
    {
        if (stream is CudaStream own && own.Accelerator == accelerator)
            return own;
        stream.Synchronize();
        return (CudaStream)accelerator.DefaultStream;
    }

    private protected override ProfilingMarker AddProfilingMarkerCore()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return new CudaProfilingMarker(_accelerator, this);
    }

    /// <summary>The driver finishes what is queued before the stream goes.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _accelerator.Api.ContextSetCurrent(_accelerator.NativeContext) == CudaStatus.CUDA_SUCCESS)
            _accelerator.Api.StreamDestroy(Handle);
        base.Dispose(disposing);
    }
}
