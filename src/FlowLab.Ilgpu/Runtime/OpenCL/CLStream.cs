namespace ILGPU.Runtime.OpenCL;

/// <summary>A command queue that runs in order.</summary>
internal sealed unsafe class CLStream : AcceleratorStream
{
    internal const ulong ProfilingProperty = 1 << 1;

    internal CLStream(CLAccelerator accelerator)
        : base(accelerator) =>
        Queue = accelerator.CreateQueue(accelerator.Context.Properties.EnableProfiling);

    ~CLStream() => DisposeOnce(disposing: false);

    internal nint Queue { get; }

    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        CLException.ThrowIfFailed(CLNative.Finish(Queue), "waiting for", Accelerator);
        GC.KeepAlive(this);
    }

    /// <summary>The stream itself where it is one of the accelerator; else the accelerator's own, after what the other one has queued.</summary>
    internal static CLStream On(Accelerator accelerator, AcceleratorStream stream)
    {
        if (stream is CLStream own && own.Accelerator == accelerator)
            return own;
        stream.Synchronize();
        return (CLStream)accelerator.DefaultStream;
    }

    private protected override ProfilingMarker AddProfilingMarkerCore()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        nint marker;
        CLException.ThrowIfFailed(CLNative.EnqueueMarker(Queue, 0, null, &marker), "marking a moment on", Accelerator);
        return new CLProfilingMarker(Accelerator, marker);
    }

    protected override void Dispose(bool disposing)
    {
        CLNative.ReleaseCommandQueue(Queue);
        base.Dispose(disposing);
    }
}
