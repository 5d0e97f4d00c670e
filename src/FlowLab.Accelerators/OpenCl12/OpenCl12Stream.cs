namespace FlowLab.Accelerators.OpenCl12;

/// <summary>A command queue that runs in order.</summary>
internal sealed unsafe class OpenCl12Stream : AcceleratorStream
{
    internal const ulong ProfilingProperty = 1 << 1;

    internal OpenCl12Stream(OpenCl12Accelerator accelerator)
        : base(accelerator) =>
        Queue = accelerator.CreateQueue(accelerator.Context.Properties.EnableProfiling);

    internal nint Queue { get; }

    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        OpenCl12Exception.ThrowIfFailed(OpenClApi.Finish(Queue), "waiting for", Accelerator);
        GC.KeepAlive(this);
    }

    /// <summary>The stream itself where it is one of the accelerator; else the accelerator's own, after what the other one has queued.</summary>
    internal static OpenCl12Stream On(OpenCl12Accelerator accelerator, AcceleratorStream stream)
    {
        if (stream is OpenCl12Stream own && own.Accelerator == accelerator)
            return own;
        stream.Synchronize();
        return (OpenCl12Stream)accelerator.DefaultStream;
    }

    protected override ProfilingMarker AddProfilingMarkerInternal()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        nint marker;
        OpenCl12Exception.ThrowIfFailed(OpenClApi.EnqueueMarker(Queue, 0, null, &marker), "marking a moment on", Accelerator);
        return new OpenCl12Marker(Accelerator, marker);
    }

    protected override void DisposeAcceleratorObject(bool disposing)
    {
        if (Queue != 0)
            OpenClApi.ReleaseCommandQueue(Queue);
    }
}
