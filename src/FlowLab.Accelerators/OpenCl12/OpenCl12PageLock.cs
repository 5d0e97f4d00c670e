namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Pinned host memory as it is: OpenCL 1.2 locks only memory that it allocates itself.</summary>
internal sealed class OpenCl12PageLock<T> : PageLockScope<T>
    where T : unmanaged
{
    internal OpenCl12PageLock(Accelerator accelerator, nint address, long length)
        : base(accelerator, length) =>
        AddrOfLockedObject = address;

    protected override void DisposeAcceleratorObject(bool disposing)
    {
    }
}
