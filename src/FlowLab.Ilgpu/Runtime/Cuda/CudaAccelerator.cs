using ILGPU.Frontend;
using ILGPU.Backends.Cuda;

namespace ILGPU.Runtime.Cuda;

/// <summary>
/// Runs kernels on a CUDA device, in its primary context, which other libraries in the process share. Launches and copies between buffers
/// are queued and done in order; call <see cref="AcceleratorStream.Synchronize"/> before the host reads what they wrote.
/// </summary>
public sealed unsafe partial class CudaAccelerator : Accelerator
{
    private readonly CudaModules _modules;
    private readonly CudaBlasLibrary? _blas;
    private readonly nint _setupStream;

    internal CudaAccelerator(Context context, CudaDevice device)
        : this(context, device, CudaBlasLibrary.Current)
    {
    }

    internal CudaAccelerator(Context context, CudaDevice device, CudaBlasLibrary? blas)
        : base(context, device)
    {
        (Api, _blas) = (device.Api, blas);
        nint native;
        CudaException.ThrowIfFailed(Api, Api.PrimaryContextRetain(&native, device.Handle), "using", device);
        NativeContext = native;
        AccessesHostMemory = device.Value(CudaAttribute.PageableMemoryAccess) != 0;
        _modules = new(this);
        _setupStream = CreateNativeStream();
    }

    internal CudaApi Api { get; }

    /// <summary>The driver's context of the device.</summary>
    internal nint NativeContext { get; }

    /// <summary>The device reads memory of the host by itself, at a time of its own.</summary>
    internal bool AccessesHostMemory { get; }

    /// <summary>The bytes of memory that are free at present, whoever uses the rest.</summary>
    public long GetFreeMemory()
    {
        ThrowIfDisposed();
        MakeCurrent();
        nuint free, total;
        CudaException.ThrowIfFailed(Api, Api.MemoryGetInfo(&free, &total), "asking for the free memory of", this);
        return (long)free;
    }

    /// <summary>
    /// Calls of the driver mean the context that is current on the thread. Any thread may call, and libraries beside us change it, so it is
    /// set before every call.
    /// </summary>
    internal void MakeCurrent() => CudaException.ThrowIfFailed(Api, Api.ContextSetCurrent(NativeContext), "using", this);

    internal nint CreateNativeStream()
    {
        MakeCurrent();
        nint stream;
        CudaException.ThrowIfFailed(Api, Api.StreamCreate(&stream, CudaStream.NonBlocking), "creating a stream on", this);
        return stream;
    }

    /// <summary>Fills a new buffer with zeros before anybody can use it, on a stream that has nothing else to do.</summary>
    internal void Clear(nint address, long lengthInBytes)
    {
        CudaException.ThrowIfFailed(Api, Api.Fill(address, 0, (nuint)lengthInBytes, _setupStream), "clearing a new buffer on", this);
        CudaException.ThrowIfFailed(Api, Api.StreamSynchronize(_setupStream), "clearing a new buffer on", this);
    }

    private protected override MathSupport? Mathematics => MathBodies.IsBasic;

    internal override KernelLauncher<TArguments> LoadLauncher<TArguments>(KernelEntry entry)
    {
        ThrowIfDisposed();
        return new CudaKernelLauncher<TArguments>(this, entry);
    }

    /// <summary>The compiled kernel of a source; the same module is compiled once.</summary>
    internal CudaKernel Load(PtxSource source) => new(this, _modules.Of(source), source);

    /// <summary>cuBLAS on this device; null where the library is not installed.</summary>
    internal CudaBlas? CreateBlas() => _blas is null ? null : new(this, _blas);

    private protected override AcceleratorStream CreateStreamCore() => new CudaStream(this);

    private protected override MemoryBuffer AllocateCore(long length, int elementSize) => new CudaMemoryBuffer(this, length, elementSize);

    /// <summary>Errors of the device were thrown where they happened; one that is broken can still be let go.</summary>
    private protected override void DisposeDevice()
    {
        if (Api.ContextSetCurrent(NativeContext) == CudaStatus.CUDA_SUCCESS)
        {
            Api.ContextSynchronize();
            _modules.Unload();
            Api.StreamDestroy(_setupStream);
            Api.ContextSetCurrent(0);
        }

        Api.PrimaryContextRelease(Device.Handle);
    }
}
