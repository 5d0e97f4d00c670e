using System.Globalization;

namespace ILGPU.Runtime.Cuda;

/// <summary>
/// Products of matrices by cuBLAS, in float32 as it is written: its pedantic mode uses neither TF32 nor other shortcuts, whatever the
/// process's environment asks for. One thread at a time.
/// </summary>
internal sealed unsafe class CudaBlas : IDisposable
{
    private const int PedanticMath = 2;

    private readonly CudaAccelerator _accelerator;
    private readonly CudaBlasLibrary _library;
    private readonly Lock _lock = new();
    private nint _handle;

    internal CudaBlas(CudaAccelerator accelerator, CudaBlasLibrary library)
    {
        (_accelerator, _library) = (accelerator, library);
        accelerator.MakeCurrent();
        nint handle;
        Check(library.Create(&handle), "starting cuBLAS");
        _handle = handle;
        Check(library.SetMathMode(handle, PedanticMath), "setting up cuBLAS");
    }

    /// <summary>Queues products on a stream of the accelerator.</summary>
    internal void Multiply(AcceleratorStream stream, in CudaGemm gemm)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_handle == 0, this);
            _accelerator.MakeCurrent();
            Check(_library.SetStream(_handle, ((CudaStream)stream).Handle), "choosing the stream of cuBLAS");
            Check(_library.SgemmStridedBatched(_handle, in gemm), "multiplying by cuBLAS");
        }

        GC.KeepAlive(stream);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            var isAlive = _handle != 0 && !_accelerator.IsDisposed;
            if (isAlive && _accelerator.Api.ContextSetCurrent(_accelerator.NativeContext) == CudaStatus.CUDA_SUCCESS)
                _library.Destroy(_handle);
            _handle = 0;
        }
    }

    private void Check(int status, string attempt)
    {
        if (status == 0)
            return;
        throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture,
            $"FLK415: {attempt} on {_accelerator} failed: cuBLAS says {NameOf(status)} ({status}). Free memory on the device, or install a cuBLAS that fits the driver; with FLOWLAB_CUBLAS=off, FlowLab multiplies by its own kernels."));
    }

    private static string NameOf(int status) => status switch
    {
        1 => "CUBLAS_STATUS_NOT_INITIALIZED",
        3 => "CUBLAS_STATUS_ALLOC_FAILED",
        7 => "CUBLAS_STATUS_INVALID_VALUE",
        8 => "CUBLAS_STATUS_ARCH_MISMATCH",
        11 => "CUBLAS_STATUS_MAPPING_ERROR",
        13 => "CUBLAS_STATUS_EXECUTION_FAILED",
        14 => "CUBLAS_STATUS_INTERNAL_ERROR",
        15 => "CUBLAS_STATUS_NOT_SUPPORTED",
        _ => "an error",
    };
}
