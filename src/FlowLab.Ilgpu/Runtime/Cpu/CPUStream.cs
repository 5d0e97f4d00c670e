namespace ILGPU.Runtime.CPU;

/// <summary>Launches and copies of the CPU device are done when their call returns, so there is nothing to wait for.</summary>
internal sealed class CPUStream(Accelerator accelerator) : AcceleratorStream(accelerator)
{
    public override void Synchronize() => ObjectDisposedException.ThrowIf(IsDisposed, this);
}
