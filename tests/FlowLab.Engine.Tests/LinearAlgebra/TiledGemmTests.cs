using FlowLab.LinearAlgebra;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>The kernel for devices with groups, as the C# that it is and on an OpenCL device if there is one.</summary>
[TestFixture("reference, 256 threads")]
[TestFixture("reference, 64 threads")]
[TestFixture("OpenCL")]
public sealed class TiledGemmTests(string device)
{
    private GemmFixture _fixture = null!;

    private bool IsReference => device.StartsWith("reference", StringComparison.Ordinal);

    [OneTimeSetUp]
    public void Create() => _fixture = IsReference
        ? GemmFixture.OfTiledKernel(device.Contains("256", StringComparison.Ordinal))
        : GemmFixture.OnOpenCl();

    [OneTimeTearDown]
    public void Dispose() => _fixture?.Dispose();

    [Test]
    public void All_transpositions_are_right([Values] bool left, [Values] bool right, [Values] bool target) =>
        new GemmCase(45, 21, 70) { TransposeLeft = left, TransposeRight = right, TransposeTarget = target, Gap = 1, Offset = 2 }.Verify(_fixture);

    [TestCase(1, 1, 1)]
    [TestCase(64, 16, 64)]
    [TestCase(65, 17, 65)]
    [TestCase(3, 40, 129)]
    public void Every_rest_of_a_tile_is_right(int rows, int depth, int columns) => new GemmCase(rows, depth, columns).Verify(_fixture);

    [Test]
    public void Alpha_beta_and_bias_are_right([Values(1f, -0.5f)] float alpha, [Values(0f, 0.25f)] float beta, [Values] BiasAxis bias) =>
        new GemmCase(20, 9, 35) { Alpha = alpha, Beta = beta, Bias = bias, Seeds = 2 }.Verify(_fixture);

    [Test]
    public void Seeds_have_factors_of_their_own_or_share_them([Values] bool left, [Values] bool right, [Values] MatrixSide? packed) =>
        new GemmCase(10, 7, 20) { Seeds = 3, ShareLeft = left, ShareRight = right, ShareBias = left, Packed = packed, Bias = BiasAxis.Rows, Gap = 5 }.Verify(_fixture);

    [Test]
    public void An_empty_sum_is_zero_and_leaves_beta_and_bias([Values(0f, 3f)] float beta) =>
        new GemmCase(14, 0, 35) { Beta = beta, Bias = BiasAxis.Columns }.Verify(_fixture);

    [Test]
    public void Shapes_of_training_are_right()
    {
        if (IsReference)
            Assert.Ignore("One real thread per element takes minutes.");
        new GemmCase(100, 784, 160) { Bias = BiasAxis.Columns }.Verify(_fixture);
        new GemmCase(160, 784, 100) { Bias = BiasAxis.Rows, Seeds = 2, TransposeLeft = true }.Verify(_fixture);
    }

#if FLOWLAB_ILGPU
    [Test]
    public void The_bits_are_those_of_the_processor()
    {
        GemmCase product = new(33, 60, 70) { Seeds = 2, Bias = BiasAxis.Columns, Alpha = 0.7f, Beta = 1f };
        using GemmFixture cpu = GemmFixture.OnCpu();
        Assert.That(product.Run(_fixture), Is.EqualTo(product.Run(cpu)));
    }
#endif

    [Test]
    public void Not_a_number_times_zero_is_not_a_number()
    {
        float[] result = new GemmCase(20, 10, 40).Run(_fixture, self =>
        {
            Array.Clear(self.Right.Values);
            self.Left.Values[self.Left.At(0, 7, 3)] = float.NaN;
        });
        Assert.That(result.Index().Where(element => float.IsNaN(element.Item)).Select(element => element.Index / 40).Distinct(), Is.EqualTo(new[] { 7 }));
    }
}
