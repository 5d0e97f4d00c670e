using ILGPU.Util;

namespace ILGPU.Runtime;

/// <summary>A device in use: it allocates buffers, loads kernels and owns streams. Disposing it disposes all of them.</summary>
public abstract partial class Accelerator : DisposeBase
{
    private AcceleratorStream? _defaultStream;

    private protected Accelerator(Context context, Device device)
    {
        Context = context;
        Device = device;
    }

    /// <summary>Raised once, after the accelerator and all of its objects were disposed.</summary>
    public event EventHandler? Disposed;

    public Context Context { get; }

    public Device Device { get; }

    /// <summary>The stream that calls without a stream argument use.</summary>
    public AcceleratorStream DefaultStream => _defaultStream ??= CreateStreamCore();

    public AcceleratorType AcceleratorType => Device.AcceleratorType;

    public string Name => Device.Name;

    /// <summary>The memory of the device in bytes.</summary>
    public long MemorySize => Device.MemorySize;

    public Index3D MaxGridSize => Device.MaxGridSize;

    public Index3D MaxGroupSize => Device.MaxGroupSize;

    public int MaxNumThreadsPerGroup => Device.MaxNumThreadsPerGroup;

    /// <summary>The shared memory that one group may have, in bytes.</summary>
    public int MaxSharedMemoryPerGroup => Device.MaxSharedMemoryPerGroup;

    /// <summary>The constant memory of a kernel in bytes.</summary>
    public int MaxConstantMemory => Device.MaxConstantMemory;

    public int WarpSize => Device.WarpSize;

    public int NumMultiprocessors => Device.NumMultiprocessors;

    public int MaxNumThreadsPerMultiprocessor => Device.MaxNumThreadsPerMultiprocessor;

    public int MaxNumThreads => Device.MaxNumThreads;

    /// <summary>A grid of the largest groups that fills the device once: how many, and how large.</summary>
    public (Index1D, Index1D) MaxNumGroupsExtent =>
        (NumMultiprocessors * (MaxNumThreadsPerMultiprocessor / MaxNumThreadsPerGroup), MaxNumThreadsPerGroup);

    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public AcceleratorStream CreateStream()
    {
        ThrowIfDisposed();
        return CreateStreamCore();
    }

    /// <summary>Waits until everything queued on the default stream is done.</summary>
    public void Synchronize() => DefaultStream.Synchronize();

    public void PrintInformation(TextWriter writer) => Device.PrintInformation(writer);

    public override string ToString() => $"{Name} [{AcceleratorType}]";

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);

    private protected abstract AcceleratorStream CreateStreamCore();

    /// <summary>Frees what the device itself holds, after all objects of the accelerator were disposed.</summary>
    private protected abstract void DisposeDevice();

    protected override void Dispose(bool disposing)
    {
        DisposeChildren();
        DisposeDevice();
        Disposed?.Invoke(this, EventArgs.Empty);
        base.Dispose(disposing);
    }
}
