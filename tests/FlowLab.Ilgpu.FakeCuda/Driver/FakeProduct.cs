namespace ILGPU.Tests.Cuda.Driver;

/// <summary>A product that waits on a stream.</summary>
internal sealed unsafe class FakeProduct(
    int opA, int opB, int m, int n, int k, float alpha, float* a, int lda, long strideA, float* b, int ldb, long strideB, float beta, float* c, int ldc,
    long strideC, int batches)
{
    internal void Run()
    {
        for (var batch = 0; batch < batches; batch++)
        {
            for (var column = 0; column < n; column++)
            {
                for (var row = 0; row < m; row++)
                    Run(batch, row, column);
            }
        }
    }

    /// <summary>Where beta is 0, the manual says, the target is not read.</summary>
    private void Run(long batch, long row, long column)
    {
        var sum = 0f;
        for (long i = 0; i < k; i++)
            sum = MathF.FusedMultiplyAdd(ElementOfA(batch, row, i), ElementOfB(batch, i, column), sum);
        var target = c + (batch * strideC) + (column * ldc) + row;
        *target = beta == 0 ? alpha * sum : (alpha * sum) + (beta * *target);
    }

    private float ElementOfA(long batch, long row, long i) => a[(batch * strideA) + (opA == 0 ? (i * lda) + row : (row * lda) + i)];

    private float ElementOfB(long batch, long i, long column) => b[(batch * strideB) + (opB == 0 ? (column * ldb) + i : (i * ldb) + column)];
}
