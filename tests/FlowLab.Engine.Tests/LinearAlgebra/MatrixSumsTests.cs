using FlowLab.LinearAlgebra;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>Sums of the left factor's rows, taken on the way of a product: bit for bit those of a loop over the columns, on every kind of device.</summary>
[TestFixture("cpu", 512)]
[TestFixture("cpu", 256)]
[TestFixture("cpu", 128)]
[TestFixture("tiled", 256)]
[TestFixture("opencl", 0)]
public sealed class MatrixSumsTests(string device, int size)
{
    private GemmFixture _fixture = null!;

    private bool IsCpu => device == "cpu";

    [OneTimeSetUp]
    public void Create() => _fixture = device switch
    {
        "cpu" => GemmFixture.OnCpu(size, threads: 3),
        "tiled" => GemmFixture.OfTiledKernel(size == 256),
        _ => GemmFixture.OnOpenCl(),
    };

    [OneTimeTearDown]
    public void Dispose() => _fixture?.Dispose();

    [Test]
    public void All_transpositions_are_right([Values] bool left, [Values] bool right, [Values] bool target) =>
        Verify(45, 37, 83, transposeLeft: left, transposeRight: right, transposeTarget: target);

    [Test]
    public void Every_rest_of_a_panel_is_right([Range(1, 50)] int rows, [Values(1, 17, 65)] int columns) => Verify(rows, 5, columns);

    [Test]
    public void Seeds_have_factors_of_their_own_or_share_them([Values] bool left, [Values] bool right, [Values(7, 300)] int columns) =>
        Verify(30, 21, columns, seeds: 3, shareLeft: left, shareRight: right);

    [TestCase(1600, 100, 784)]
    [TestCase(784, 100, 400)]
    [TestCase(80, 100, 400)]
    [TestCase(6560, 100, 4)]
    public void Shapes_of_training_are_right(int rows, int depth, int columns) => Verify(rows, depth, columns, seeds: 2, transposeRight: true);

    [TestCase(14, 9001, 34)]
    [TestCase(34, 9001, 14)]
    [TestCase(1500, 1024, 33)]
    [TestCase(33, 1024, 1500)]
    [TestCase(3, 2600, 9)]
    [TestCase(5, 0, 9)]
    public void Long_sums_and_many_blocks_are_right(int rows, int depth, int columns)
    {
        if (!IsCpu && rows * depth > 1 << 20)
            Assert.Ignore("Blocks are the processor's.");
        Verify(rows, depth, columns);
    }

    /// <summary>More blocks of the narrow factor than one, the wide factor on the left.</summary>
    [Test]
    public void The_wide_factor_is_summed_once([Values(1, 2)] int seeds)
    {
        if (!IsCpu)
            Assert.Ignore("Blocks are the processor's.");
        Verify(97, 1024, 1100, seeds);
        Verify(1600, 1024, 2051, seeds);
    }

    [Test]
    public void The_product_has_the_same_bits_with_and_without()
    {
        (float[] with, _) = Run(Draw(70, 30, 45, 2), isWanted: true);
        (float[] without, float[] untouched) = Run(Draw(70, 30, 45, 2), isWanted: false);
        Assert.That(with, Is.EqualTo(without));
        Assert.That(untouched, Is.All.NaN);
    }

    private static Operands Draw(
        int rows, int depth, int columns, int seeds = 1, bool transposeLeft = false, bool transposeRight = false, bool transposeTarget = false,
        bool shareLeft = false, bool shareRight = false)
    {
        System.Random random = new(rows + depth + columns);
        return new(
            seeds, new(random, seeds, rows, depth, transposeLeft, shareLeft, gap: 2, offset: 1),
            new(random, seeds, depth, columns, transposeRight, shareRight, gap: 0, offset: 0),
            new(random, seeds, rows, columns, transposeTarget, isShared: false, gap: 1, offset: 0));
    }

    private void Verify(
        int rows, int depth, int columns, int seeds = 1, bool transposeLeft = false, bool transposeRight = false, bool transposeTarget = false,
        bool shareLeft = false, bool shareRight = false)
    {
        Operands operands = Draw(rows, depth, columns, seeds, transposeLeft, transposeRight, transposeTarget, shareLeft, shareRight);
        float[] sums = Run(operands, isWanted: true).Sums;
        float[] expected = [.. Enumerable.Repeat(float.NaN, sums.Length)];
        for (int at = 0; at < seeds * rows; at++)
            expected[(at / rows * (rows + Gap)) + (at % rows)] = SumOf(operands.Left, at / rows, at % rows, depth);
        Assert.That(sums, Is.EqualTo(expected));
    }

    private static float SumOf(TestMatrix left, int seed, int row, int depth)
    {
        float sum = 0f;
        for (int d = 0; d < depth; d++)
            sum += left.Values[left.At(seed, row, d)];
        return sum;
    }

    /// <summary>Elements between the sums of two seeds, which nobody writes.</summary>
    private const int Gap = 3;

    private (float[] Target, float[] Sums) Run(Operands operands, bool isWanted)
    {
        Accelerator accelerator = _fixture.Accelerator;
        (int seeds, TestMatrix left, TestMatrix right, TestMatrix target) = operands;
        using var leftBuffer = BufferOf(left.Values);
        using var rightBuffer = BufferOf(right.Values);
        using var targetBuffer = BufferOf(target.Values);
        using var sums = BufferOf([.. Enumerable.Repeat(float.NaN, seeds * (left.Rows + Gap))]);
        MatrixOutput output = new(target.ViewOf(targetBuffer)) { LeftSums = isWanted ? new(sums.View.BaseView, left.Rows + Gap) : default };
        _fixture.Products.Multiply(accelerator.DefaultStream, seeds, left.ViewOf(leftBuffer), right.ViewOf(rightBuffer), output);
        accelerator.Synchronize();
        return (targetBuffer.GetAsArray1D(), sums.GetAsArray1D());
    }

    private MemoryBuffer1D<float, Stride1D.Dense> BufferOf(float[] values) =>
        _fixture.Accelerator.Allocate1D(values.Length == 0 ? [float.NaN] : values);

    private sealed record Operands(int Seeds, TestMatrix Left, TestMatrix Right, TestMatrix Target);
}
