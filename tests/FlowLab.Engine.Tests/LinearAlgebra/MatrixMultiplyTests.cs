using FlowLab.LinearAlgebra;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>Products on the CPU against float64 sums, for every width of micro-kernels.</summary>
[TestFixture(512)]
[TestFixture(256)]
[TestFixture(128)]
public sealed class MatrixMultiplyTests(int bits)
{
    private GemmFixture _fixture = null!;

    [OneTimeSetUp]
    public void Create() => _fixture = GemmFixture.OnCpu(bits);

    [OneTimeTearDown]
    public void Dispose() => _fixture.Dispose();

    [Test]
    public void All_transpositions_are_right([Values] bool left, [Values] bool right, [Values] bool target) =>
        new GemmCase(45, 37, 83) { TransposeLeft = left, TransposeRight = right, TransposeTarget = target }.Verify(_fixture);

    [Test]
    public void Every_rest_of_a_tile_is_right([Range(1, 26)] int rows, [Values(1, 3, 4, 8, 9, 15, 16, 17, 31, 32, 33, 50)] int columns) =>
        new GemmCase(rows, 5, columns) { Gap = 3, Offset = 1 }.Verify(_fixture);

    [Test]
    public void Every_rest_of_the_depth_is_right([Range(1, 20)] int depth, [Values] bool isTransposed) =>
        new GemmCase(13, depth, 35) { TransposeLeft = !isTransposed, TransposeRight = isTransposed }.Verify(_fixture);

    [TestCase(100, 784, 160)]
    [TestCase(100, 400, 40)]
    [TestCase(400, 100, 97)]
    [TestCase(40, 33, 700)]
    public void Shapes_of_training_are_right(int rows, int depth, int columns) =>
        new GemmCase(rows, depth, columns) { Bias = BiasAxis.Columns }.Verify(_fixture);

    [Test]
    public void Long_sums_are_added_block_by_block([Values(1024, 1025, 2600, 9001)] int depth, [Values] MatrixSide? packed) =>
        new GemmCase(14, depth, 34) { Alpha = 0.5f, Beta = -2f, Bias = BiasAxis.Rows, Packed = packed, TransposeRight = true }.Verify(_fixture);

    [Test]
    public void A_narrow_factor_larger_than_a_block_is_right([Values] MatrixSide? packed) =>
        new GemmCase(1500, 1024, 33) { Packed = packed }.Verify(_fixture);

    [Test]
    public void Alpha_beta_and_bias_are_right(
        [Values(1f, -0.5f, 0f)] float alpha, [Values(0f, 1f, 0.25f)] float beta, [Values] BiasAxis bias, [Values(35, 100)] int rows) =>
        new GemmCase(rows, 20, 35) { Alpha = alpha, Beta = beta, Bias = bias, Seeds = 2 }.Verify(_fixture);

    [Test]
    public void Seeds_have_factors_of_their_own_or_share_them([Values] bool left, [Values] bool right, [Values] bool bias, [Values] MatrixSide? packed) =>
        new GemmCase(30, 21, 70) { Seeds = 3, ShareLeft = left, ShareRight = right, ShareBias = bias, Packed = packed, Bias = BiasAxis.Columns, Gap = 5 }
            .Verify(_fixture);

    [Test]
    public void Packed_factors_are_right_on_both_sides_and_either_way_round([Values] MatrixSide side, [Values] bool left, [Values] bool right, [Values] bool target) =>
        new GemmCase(70, 50, 45) { Packed = side, TransposeLeft = left, TransposeRight = right, TransposeTarget = target, Bias = BiasAxis.Rows }.Verify(_fixture);

    [Test]
    public void More_seeds_than_fit_a_block_are_right() =>
        new GemmCase(300, 500, 20) { Seeds = 9, TransposeRight = true }.Verify(_fixture);
}
