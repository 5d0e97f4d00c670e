using ILGPU.Frontend;
using ILGPU.Backends.OpenCL;

namespace ILGPU.Runtime.OpenCL;

/// <summary>
/// Runs kernels on an OpenCL device. Launches and copies between buffers are queued and done in order; call
/// <see cref="AcceleratorStream.Synchronize"/> before the host reads what they wrote.
/// </summary>
public sealed unsafe partial class CLAccelerator : Accelerator
{
    private const int ContextPlatform = 0x1084;

    private readonly CLPrograms _programs;
    private readonly nint _setupQueue;

    internal CLAccelerator(Context context, CLDevice device)
        : base(context, device)
    {
        CLDevice = device;
        var (handle, status) = (device.DeviceId, default(CLStatus));
        var properties = stackalloc nint[] { ContextPlatform, device.PlatformId, 0 };
        NativeContext = CLNative.CreateContext(properties, 1, &handle, null, null, &status);
        CLException.ThrowIfFailed(status, "using", device);
        _setupQueue = CreateQueue(isProfiled: false);
        _programs = new(this);
    }

    internal CLDevice CLDevice { get; }

    internal nint NativeContext { get; }

    internal nint CreateQueue(bool isProfiled)
    {
        CLStatus status;
        var queue = CLNative.CreateCommandQueue(NativeContext, CLDevice.DeviceId, isProfiled ? CLStream.ProfilingProperty : 0, &status);
        CLException.ThrowIfFailed(status, "creating a stream on", CLDevice);
        return queue;
    }

    private protected override MathSupport? Mathematics => OpenClTarget.Computes;

    internal override KernelLauncher<TArguments> LoadLauncher<TArguments>(KernelEntry entry)
    {
        ThrowIfDisposed();
        return new CLKernelLauncher<TArguments>(this, entry);
    }

    /// <summary>The compiled kernel of a source; the same program is compiled once.</summary>
    internal CLKernel Load(OpenClSource source) => new(this, _programs.Of(source), source);

    /// <summary>Fills a new buffer with zeros before anybody can use it, on a queue that has nothing else to do.</summary>
    internal void Clear(nint buffer, long lengthInBytes)
    {
        CLException.ThrowIfFailed(CLFill.Enqueue(_setupQueue, buffer, 0, 0, lengthInBytes), "clearing a new buffer on", CLDevice);
        CLException.ThrowIfFailed(CLNative.Finish(_setupQueue), "clearing a new buffer on", CLDevice);
    }

    private protected override AcceleratorStream CreateStreamCore() => new CLStream(this);

    private protected override MemoryBuffer AllocateCore(long length, int elementSize) => new CLMemoryBuffer(this, length, elementSize);

    /// <summary>What is still in use, such as the program of a kernel that somebody holds, keeps the context alive below.</summary>
    private protected override void DisposeDevice()
    {
        CLNative.ReleaseCommandQueue(_setupQueue);
        CLNative.ReleaseContext(NativeContext);
    }
}
