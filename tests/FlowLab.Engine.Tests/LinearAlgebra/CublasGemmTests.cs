#if FLOWLAB_ILGPU
using FlowLab.LinearAlgebra;
using ILGPU.Runtime.Cuda;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>What cuBLAS is asked for, answered by sums over columns on the host.</summary>
public sealed class CublasGemmTests
{
    private GemmFixture _fixture = null!;
    private int _calls;

    [SetUp]
    public void Create()
    {
        _calls = 0;
        _fixture = GemmFixture.OfCublas(Multiply);
    }

    [TearDown]
    public void Dispose() => _fixture.Dispose();

    [Test]
    public void All_transpositions_are_right([Values] bool left, [Values] bool right, [Values] bool target) =>
        new GemmCase(9, 4, 7) { TransposeLeft = left, TransposeRight = right, TransposeTarget = target, Gap = 2, Offset = 3 }.Verify(_fixture);

    [Test]
    public void Alpha_beta_and_bias_are_right([Values(1f, -0.5f, 0f)] float alpha, [Values(0f, 0.25f)] float beta, [Values] BiasAxis bias) =>
        new GemmCase(5, 3, 6) { Alpha = alpha, Beta = beta, Bias = bias, Seeds = 2 }.Verify(_fixture);

    [Test]
    public void Seeds_have_factors_of_their_own_or_share_them([Values] bool left, [Values] bool right, [Values] MatrixSide? packed)
    {
        new GemmCase(4, 3, 5) { Seeds = 3, ShareLeft = left, ShareRight = right, Packed = packed }.Verify(_fixture);
        Assert.That(_calls, Is.EqualTo(3), "a call per seed");
    }

    [Test]
    public void An_empty_sum_is_zero_and_leaves_beta_and_bias([Values(0f, 3f)] float beta) =>
        new GemmCase(4, 0, 5) { Beta = beta, Bias = BiasAxis.Columns }.Verify(_fixture);

    /// <summary>By columns, as cuBLAS counts.</summary>
    private unsafe void Multiply(CudaGemm gemm)
    {
        Assert.That(gemm.Batches, Is.EqualTo(1));
        _calls++;
        float* a = (float*)gemm.A, b = (float*)gemm.B, c = (float*)gemm.C;
        for (int i = 0; i < gemm.M * gemm.N; i++)
        {
            (int row, int column) = (i % gemm.M, i / gemm.M);
            double sum = 0;
            for (int k = 0; k < gemm.K; k++)
                sum += (double)At(a, gemm.LeadingA, gemm.TransposesA, row, k) * At(b, gemm.LeadingB, gemm.TransposesB, k, column);
            float* element = c + ((nint)column * gemm.LeadingC) + row;
            *element = (float)((gemm.Alpha * sum) + (gemm.Beta == 0f ? 0 : gemm.Beta * *element));
        }
    }

    private static unsafe float At(float* values, int leading, bool isTransposed, int row, int column) =>
        isTransposed ? values[((nint)row * leading) + column] : values[((nint)column * leading) + row];
}
#endif
