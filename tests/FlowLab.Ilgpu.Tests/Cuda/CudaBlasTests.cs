using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Tests.Cuda.Driver;

namespace ILGPU.Tests.Cuda;

/// <summary>Products by cuBLAS, on one whose products are sums in a loop, written after its manual.</summary>
public class CudaBlasTests
{
    [Test]
    public void Products_of_rows_are_products_of_columns_the_other_way_round([Values] bool transposesA, [Values] bool transposesB)
    {
        const int m = 3, n = 4, k = 5, batches = 2;
        using var cuda = new CudaFixture();
        using var a = cuda.Accelerator.Allocate1D([.. Enumerable.Range(0, batches * m * k).Select(i => (float)((i * 7 % 11) - 5))]);
        using var b = cuda.Accelerator.Allocate1D([.. Enumerable.Range(0, k * n).Select(i => (float)((i * 5 % 13) - 6))]);
        using var c = cuda.Accelerator.Allocate1D([.. Enumerable.Range(0, batches * m * n).Select(i => (float)i)]);
        var expected = Expected(a.GetAsArray1D(), b.GetAsArray1D(), c.GetAsArray1D(), transposesA, transposesB, m, n, k, batches);
        using var blas = new CudaBlas(cuda.Accelerator, FakeBlas.Start());
        var rows = new CudaGemm
        {
            M = m, N = n, K = k, TransposesA = transposesA, TransposesB = transposesB, Alpha = 2, Beta = 0.5f,
            A = a.NativePtr, LeadingA = transposesA ? m : k, StrideA = m * k, B = b.NativePtr, LeadingB = transposesB ? k : n, StrideB = 0,
            C = c.NativePtr, LeadingC = n, StrideC = m * n, Batches = batches,
        };
        blas.Multiply(cuda.Accelerator.DefaultStream, rows.OfRows());
        Assert.That(c.GetAsArray1D(), Is.EqualTo(expected));
        Assert.That(FakeBlas.MathMode, Is.EqualTo(2), "pedantic");
    }

    [Test]
    public void A_fault_names_the_status()
    {
        using var cuda = new CudaFixture();
        using var blas = new CudaBlas(cuda.Accelerator, FakeBlas.Start());
        Assert.That(() => blas.Multiply(cuda.Accelerator.DefaultStream, new CudaGemm { M = -1 }), Throws.InvalidOperationException.With.Message.EqualTo(
            "FLK415: multiplying by cuBLAS on Test Pascal [Cuda] failed: cuBLAS says CUBLAS_STATUS_INVALID_VALUE (7). Free memory on the device, or "
            + "install a cuBLAS that fits the driver; with FLOWLAB_CUBLAS=off, FlowLab multiplies by its own kernels."));
    }

    [Test]
    public void A_library_without_the_functions_is_none() => Assert.That(CudaBlasLibrary.TryCreate(name => name == "cublasCreate_v2" ? 1 : 0), Is.Null);

    [Test]
    public void The_environment_says_which_library_it_is()
    {
        Assert.That(CudaBlasLibrary.FilesFor(null), Is.Not.Empty.And.EqualTo(CudaBlasLibrary.FilesFor("")));
        Assert.That(CudaBlasLibrary.FilesFor("off"), Is.Empty);
        Assert.That(CudaBlasLibrary.FilesFor("/opt/libcublas.so"), Is.EqualTo(new[] { "/opt/libcublas.so" }));
    }

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
}
