using FlowLab.LinearAlgebra;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>The kernel for devices with groups, on every kind of accelerator that the machine has.</summary>
[TestFixture(KernelDevice.Simd, 256)]
[TestFixture(KernelDevice.Simd, 64)]
[TestFixture(KernelDevice.OpenCl12, 0)]
[TestFixture(KernelDevice.IlgpuOpenCl, 0)]
public sealed class TiledGemmTests(KernelDevice device, int threads)
{
    private GemmFixture _fixture = null!;

    [OneTimeSetUp]
    public void Create() => _fixture = device == KernelDevice.Simd ? GemmFixture.OfTiledKernel(threads == 256) : GemmFixture.OnOpenCl(device);

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
        new GemmCase(100, 784, 160) { Bias = BiasAxis.Columns }.Verify(_fixture);
        new GemmCase(160, 784, 100) { Bias = BiasAxis.Rows, Seeds = 2, TransposeLeft = true }.Verify(_fixture);
    }

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
