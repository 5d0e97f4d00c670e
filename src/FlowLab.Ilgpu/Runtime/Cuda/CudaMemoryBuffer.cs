using System.Globalization;

namespace ILGPU.Runtime.Cuda;

/// <summary>
/// Zero-initialised memory of a CUDA device; <see cref="MemoryBuffer.NativePtr"/> is its address there. The driver waits for what is queued
/// before it frees memory, so a buffer may be disposed while kernels that use it are still to run. What nobody disposed a finalizer frees.
/// </summary>
internal sealed unsafe partial class CudaMemoryBuffer : MemoryBuffer
{
    private readonly CudaAccelerator _accelerator;

    internal CudaMemoryBuffer(CudaAccelerator accelerator, long length, int elementSize)
        : base(accelerator, length, elementSize)
    {
        _accelerator = accelerator;
        if (LengthInBytes == 0)
            return;
        accelerator.MakeCurrent();
        nint address;
        var status = accelerator.Api.MemoryAllocate(&address, (nuint)LengthInBytes);
        if (status == CudaStatus.CUDA_ERROR_OUT_OF_MEMORY)
            throw OutOfMemory();
        CudaException.ThrowIfFailed(accelerator.Api, status, "allocating memory on", accelerator);
        NativePtr = address;
        accelerator.Clear(address, LengthInBytes);
    }

    ~CudaMemoryBuffer() => DisposeOnce(disposing: false);

    private CudaApi Api => _accelerator.Api;

    /// <summary>An accelerator that is gone has freed its memory.</summary>
    protected override void Dispose(bool disposing)
    {
        var isAlive = disposing || !_accelerator.IsDisposed;
        if (NativePtr != 0 && isAlive && Api.ContextSetCurrent(_accelerator.NativeContext) == CudaStatus.CUDA_SUCCESS)
            Api.MemoryFree(NativePtr);
        NativePtr = 0;
        base.Dispose(disposing);
    }

    private CudaException OutOfMemory() => CudaException.OutOfMemory(
        Api,
        string.Create(CultureInfo.InvariantCulture, $"allocating {LengthInBytes} bytes on {_accelerator}"),
        string.Create(CultureInfo.InvariantCulture, $" {_accelerator.GetFreeMemory()} of its {_accelerator.MemorySize} bytes are free."));
}
