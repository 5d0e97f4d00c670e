using FlowLab.Accelerators.Launches;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// Runs ILGPU kernels on an OpenCL device, by OpenCL C 1.2 and without generic address space. Launches and copies between buffers are queued
/// and done in order; synchronize a stream before the host reads what they wrote.
/// </summary>
/// <remarks>
/// Copies between its buffers and those of any other accelerator work from its side: <c>ours.CopyTo(theirs)</c> and <c>ours.CopyFrom(theirs)</c>.
/// Called on a view of ILGPU's own CPU, CUDA or OpenCL accelerator they end in ILGPU's <see cref="NotSupportedException"/>, because ILGPU
/// knows no OpenCL streams but its own there.
/// </remarks>
public sealed unsafe partial class OpenCl12Accelerator : Accelerator, IObservedAccelerator
{
    private const int ContextPlatform = 0x1084;

    private readonly OpenClPrograms _programs;

    internal OpenCl12Accelerator(Context context, OpenCl12Device device)
        : base(context, device)
    {
        NativePtr = CreateContext(device);
        _programs = new(this);
        DefaultStream = new OpenCl12Stream(this);
        Bind();
        Init(new OpenCl12Backend(context, device.Capabilities));
    }

    /// <summary>The device.</summary>
    public new OpenCl12Device Device => (OpenCl12Device)base.Device;

    ILaunchObserver? IObservedAccelerator.Observer { get; set; }

    /// <summary>Extensions for OpenCL are made for ILGPU's own accelerator, a closed class.</summary>
    /// <exception cref="NotSupportedException">FLK317: always.</exception>
    public override TExtension CreateExtension<TExtension, TExtensionProvider>(TExtensionProvider provider) => throw new NotSupportedException(
        $"FLK317: {typeof(TExtension).Name} cannot be made for {this}: extensions for OpenCL take ILGPU's own CLAccelerator, and this device is driven by {nameof(OpenCl12Accelerator)}. "
        + "Make the extension on another accelerator, or write what it does as a kernel.");

    internal nint CreateQueue(bool isProfiled)
    {
        OpenClStatus status;
        var queue = OpenClApi.CreateCommandQueue(NativePtr, Device.DeviceId, isProfiled ? OpenCl12Stream.ProfilingProperty : 0, &status);
        OpenCl12Exception.ThrowIfFailed(status, "creating a stream on", Device);
        return queue;
    }

    /// <summary>The compiled kernel of a source; the same program is compiled once.</summary>
    internal OpenClKernel Load(OpenClSource source) => new(this, _programs.Of(source), source);

    protected override AcceleratorStream CreateStreamInternal() => new OpenCl12Stream(this);

    protected override MemoryBuffer AllocateRawInternal(long length, int elementSize) => new OpenCl12Buffer(this, length, elementSize);

    protected override PageLockScope<T> CreatePageLockFromPinnedInternal<T>(nint pinned, long numElements) =>
        new OpenCl12PageLock<T>(this, pinned, numElements);

    /// <summary>OpenCL 1.2 has no way from one driver to another: copies between accelerators go through the host.</summary>
    protected override bool CanAccessPeerInternal(Accelerator otherAccelerator) => false;

    protected override void EnablePeerAccessInternal(Accelerator otherAccelerator)
    {
    }

    protected override void DisablePeerAccessInternal(Accelerator otherAccelerator)
    {
    }

    protected override void OnBind()
    {
    }

    protected override void OnUnbind()
    {
    }

    protected override void SynchronizeInternal()
    {
        var queues = RetainQueues();
        foreach (var queue in queues)
        {
            var status = OpenClApi.Finish(queue);
            OpenClApi.ReleaseCommandQueue(queue);
            OpenCl12Exception.ThrowIfFailed(status, "waiting for", this);
        }
    }

    /// <summary>What is still in use, such as the program of a kernel that somebody holds, keeps the context alive below.</summary>
    protected override void DisposeAccelerator_SyncRoot(bool disposing) => OpenClApi.ReleaseContext(NativePtr);

    /// <summary>
    /// The queues of all streams. ILGPU lists children under a lock, in which they are disposed too; waiting in it would keep other threads
    /// from allocating.
    /// </summary>
    private List<nint> RetainQueues()
    {
        var queues = new List<nint>();
        ForEachChildObject<OpenCl12Stream>(stream =>
        {
            if (!stream.IsDisposed && OpenClApi.RetainCommandQueue(stream.Queue) == OpenClStatus.CL_SUCCESS)
                queues.Add(stream.Queue);
        });
        return queues;
    }

    private static nint CreateContext(OpenCl12Device device)
    {
        var (handle, status) = (device.DeviceId, default(OpenClStatus));
        var properties = stackalloc nint[] { ContextPlatform, device.PlatformId, 0 };
        var context = OpenClApi.CreateContext(properties, 1, &handle, null, null, &status);
        OpenCl12Exception.ThrowIfFailed(status, "using", device);
        return context;
    }
}
