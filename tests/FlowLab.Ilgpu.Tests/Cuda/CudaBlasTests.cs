using System.Runtime.InteropServices;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Tests.Cuda.Driver;

namespace ILGPU.Tests.Cuda;

/// <summary>Products by cuBLAS, on one whose products are sums in a loop, written after its manual.</summary>
public unsafe class CudaBlasTests
{
    private static readonly List<string> Calls = [];
    private static CudaStream? s_stream;

    [Test]
    public void Products_of_rows_are_products_of_columns_the_other_way_round([Values] bool transposesA, [Values] bool transposesB)
    {
        const int m = 3, n = 4, k = 5, batches = 2;
        using var cuda = new CudaFixture();
        using var a = cuda.Accelerator.Allocate1D([.. Enumerable.Range(0, batches * m * k).Select(i => (float)((i * 7 % 11) - 5))]);
        using var b = cuda.Accelerator.Allocate1D([.. Enumerable.Range(0, k * n).Select(i => (float)((i * 5 % 13) - 6))]);
        using var c = cuda.Accelerator.Allocate1D([.. Enumerable.Range(0, batches * m * n).Select(i => (float)i)]);
        var expected = Expected(a.GetAsArray1D(), b.GetAsArray1D(), c.GetAsArray1D(), transposesA, transposesB, m, n, k, batches);
        using var blas = new CudaBlas(cuda.Accelerator, CudaBlasLibrary.TryCreate(Find)!);
        s_stream = (CudaStream)cuda.Accelerator.DefaultStream;
        var rows = new CudaGemm
        {
            M = m, N = n, K = k, TransposesA = transposesA, TransposesB = transposesB, Alpha = 2, Beta = 0.5f,
            A = a.NativePtr, LeadingA = transposesA ? m : k, StrideA = m * k, B = b.NativePtr, LeadingB = transposesB ? k : n, StrideB = 0,
            C = c.NativePtr, LeadingC = n, StrideC = m * n, Batches = batches,
        };
        blas.Multiply(s_stream, rows.OfRows());
        Assert.That(c.GetAsArray1D(), Is.EqualTo(expected));
        Assert.That(Calls, Does.Contain("math mode 2"), "pedantic");
    }

    [Test]
    public void A_fault_names_the_status()
    {
        using var cuda = new CudaFixture();
        using var blas = new CudaBlas(cuda.Accelerator, CudaBlasLibrary.TryCreate(Find)!);
        Assert.That(() => blas.Multiply(cuda.Accelerator.DefaultStream, new CudaGemm { M = -1 }), Throws.InvalidOperationException.With.Message.EqualTo(
            "FLK415: multiplying by cuBLAS on Test Pascal [Cuda] failed: cuBLAS says CUBLAS_STATUS_INVALID_VALUE (7). Free memory on the device, or "
            + "install a cuBLAS that fits the driver; without cuBLAS on the library path, FlowLab multiplies by its own kernels."));
    }

    [Test]
    public void A_library_without_the_functions_is_none() => Assert.That(CudaBlasLibrary.TryCreate(name => name == "cublasCreate_v2" ? 1 : 0), Is.Null);

    private static float[] Expected(float[] a, float[] b, float[] c, bool transposesA, bool transposesB, int m, int n, int k, int batches)
    {
        for (var at = 0; at < batches * m * n; at++)
        {
            var (batch, row, column) = (at / (m * n), at / n % m, at % n);
            var sum = 0f;
            for (var i = 0; i < k; i++)
                sum += a[(batch * m * k) + (transposesA ? (i * m) + row : (row * k) + i)] * b[transposesB ? (column * k) + i : (i * n) + column];
            c[at] = (2 * sum) + (0.5f * c[at]);
        }

        return c;
    }

    private static nint Find(string name) => name switch
    {
        "cublasCreate_v2" => (nint)(delegate* unmanaged<nint*, int>)&Create,
        "cublasDestroy_v2" => (nint)(delegate* unmanaged<nint, int>)&Destroy,
        "cublasSetStream_v2" => (nint)(delegate* unmanaged<nint, nint, int>)&SetStream,
        "cublasSetMathMode" => (nint)(delegate* unmanaged<nint, int, int>)&SetMathMode,
        "cublasSgemmStridedBatched" =>
            (nint)(delegate* unmanaged<nint, int, int, int, int, int, float*, float*, int, long, float*, int, long, float*, float*, int, long, int, int>)&Gemm,
        _ => 0,
    };

    [UnmanagedCallersOnly]
    private static int Create(nint* handle)
    {
        *handle = 77;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int Destroy(nint handle) => handle == 77 ? 0 : 1;

    [UnmanagedCallersOnly]
    private static int SetStream(nint handle, nint stream)
    {
        Calls.Add($"stream {stream == s_stream?.Handle}");
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int SetMathMode(nint handle, int mode)
    {
        Calls.Add($"math mode {mode}");
        return 0;
    }

    /// <summary>Column-major, after the manual: op is 0 for N and 1 for T.</summary>
    [UnmanagedCallersOnly]
    private static int Gemm(
        nint handle, int opA, int opB, int m, int n, int k, float* alpha, float* a, int lda, long strideA, float* b, int ldb, long strideB,
        float* beta, float* c, int ldc, long strideC, int batches)
    {
        if (handle != 77 || m < 0 || n < 0 || k < 0 || lda < (opA == 0 ? m : k) || ldb < (opB == 0 ? k : n) || ldc < m)
            return 7;
        s_stream?.Synchronize();
        for (long at = 0; at < (long)batches * m * n; at++)
        {
            var (batch, row, column) = (at / (m * n), (int)(at % m), (int)(at / m % n));
            var sum = 0f;
            for (var i = 0; i < k; i++)
                sum += a[(batch * strideA) + (opA == 0 ? ((long)i * lda) + row : ((long)row * lda) + i)] * b[(batch * strideB) + (opB == 0 ? ((long)column * ldb) + i : ((long)i * ldb) + column)];
            var target = c + (batch * strideC) + ((long)column * ldc) + row;
            *target = (*alpha * sum) + (*beta * *target);
        }

        return 0;
    }
}
