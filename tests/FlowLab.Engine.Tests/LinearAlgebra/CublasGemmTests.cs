using FlowLab.LinearAlgebra;
using FlowLab.Engine.LinearAlgebra.Cuda;
using ILGPU;
using ILGPU.Runtime;

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
    private unsafe void Multiply(ColumnProduct product)
    {
        _calls++;
        float* c = AddressOf(product.C);
        for (int i = 0; i < product.Rows * product.Columns; i++)
        {
            (int row, int column) = (i % product.Rows, i / product.Rows);
            double sum = 0;
            for (int k = 0; k < product.Depth; k++)
                sum += (double)At(product.A, row, k) * At(product.B, k, column);
            float* element = c + ((nint)column * product.LeadingC) + row;
            *element = (float)((product.Alpha * sum) + (product.Beta == 0f ? 0 : product.Beta * *element));
        }
    }

    private static unsafe float At(in ColumnFactor factor, int row, int column) => factor.IsTransposed
        ? AddressOf(factor.Values)[((nint)row * factor.Leading) + column]
        : AddressOf(factor.Values)[((nint)column * factor.Leading) + row];

    private static unsafe float* AddressOf(ArrayView<float> view) => (float*)view.LoadEffectiveAddressAsPtr();
}
