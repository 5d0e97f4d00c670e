namespace FlowLab.Accelerators.Simd;

/// <summary>Launches and copies are done when their call returns, so there is nothing to wait for.</summary>
internal sealed class SimdStream(Accelerator accelerator) : AcceleratorStream(accelerator)
{
    public override void Synchronize() => ObjectDisposedException.ThrowIf(IsDisposed, this);

    protected override ProfilingMarker AddProfilingMarkerInternal() => new SimdMarker(Accelerator);

    protected override void DisposeAcceleratorObject(bool disposing)
    {
    }
}
