namespace FlowLab.Accelerators.Simd;

/// <summary>Host memory that kernels can reach as it is.</summary>
internal sealed class SimdPageLock<T> : PageLockScope<T>
    where T : unmanaged
{
    internal SimdPageLock(Accelerator accelerator, nint address, long length)
        : base(accelerator, length) =>
        AddrOfLockedObject = address;

    protected override void DisposeAcceleratorObject(bool disposing)
    {
    }
}
