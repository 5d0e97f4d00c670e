using System.Runtime.InteropServices;
using ILGPU.Runtime.Cuda;

namespace ILGPU.Tests.Cuda.Driver;

/// <summary>A cuBLAS whose products are sums in a loop, column-major, after its manual; they are queued on the stream as launches are.</summary>
internal static unsafe class FakeBlas
{
    private const nint Handle = 77;
    private const int InvalidValue = 7;

    private static nint s_stream;

    /// <summary>The math mode that was set last.</summary>
    internal static int MathMode { get; private set; }

    /// <summary>Products since the start.</summary>
    internal static int Products { get; private set; }

    /// <summary>Starts anew.</summary>
    internal static CudaBlasLibrary Start()
    {
        (MathMode, Products, s_stream) = (0, 0, 0);
        return CudaBlasLibrary.TryCreate(Find)!;
    }

    private static nint Find(string name) => name switch
    {
        "cublasCreate_v2" => (nint)(delegate* unmanaged<nint*, int>)&Create,
        "cublasDestroy_v2" => (nint)(delegate* unmanaged<nint, int>)&Destroy,
        "cublasSetStream_v2" => (nint)(delegate* unmanaged<nint, nint, int>)&SetStream,
        "cublasSetMathMode" => (nint)(delegate* unmanaged<nint, int, int>)&SetMathMode,
        "cublasSgemmStridedBatched" =>
            (nint)(delegate* unmanaged<nint, int, int, int, int, int, float*, nint, int, long, nint, int, long, float*, nint, int, long, int, int>)&Gemm,
        _ => 0,
    };

    [UnmanagedCallersOnly]
    private static int Create(nint* handle)
    {
        *handle = Handle;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int Destroy(nint handle) => handle == Handle ? 0 : InvalidValue;

    [UnmanagedCallersOnly]
    private static int SetStream(nint handle, nint stream)
    {
        s_stream = stream;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int SetMathMode(nint handle, int mode)
    {
        MathMode = mode;
        return 0;
    }

    /// <summary>op is 0 for the matrix as it is and 1 for its transpose.</summary>
    [UnmanagedCallersOnly]
    private static int Gemm(
        nint handle, int opA, int opB, int m, int n, int k, float* alpha, nint a, int lda, long strideA, nint b, int ldb, long strideB,
        float* beta, nint c, int ldc, long strideC, int batches)
    {
        var isRight = handle == Handle && m >= 0 && n >= 0 && k >= 0 && batches >= 0 && opA is 0 or 1 && opB is 0 or 1
            && lda >= Math.Max(1, opA == 0 ? m : k) && ldb >= Math.Max(1, opB == 0 ? k : n) && ldc >= Math.Max(1, m);
        if (!isRight)
            return InvalidValue;
        var product = new FakeProduct(opA, opB, m, n, k, *alpha, (float*)a, lda, strideA, (float*)b, ldb, strideB, *beta, (float*)c, ldc, strideC, batches);
        Products++;
        return FakeCuda.Enqueue(s_stream, product.Run) == CudaStatus.CUDA_SUCCESS ? 0 : InvalidValue;
    }
}
