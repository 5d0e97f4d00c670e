using FlowLab.Engine.LinearAlgebra.Sparse;
using FlowLab.LinearAlgebra;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>Products of inputs that are mostly zeros: bit for bit those of the product in full.</summary>
[TestFixture(512)]
[TestFixture(256)]
[TestFixture(128)]
public sealed class SparseInputTests(int bits)
{
    private GemmFixture _fixture = null!;

    [OneTimeSetUp]
    public void Create() => _fixture = GemmFixture.OnCpu(bits, threads: 3);

    [OneTimeTearDown]
    public void Dispose() => _fixture.Dispose();

    [Test]
    public void Every_rest_of_a_block_of_rows_is_right([Range(1, 140)] int rows) => Verify(1, rows, 64, 16);

    [Test]
    public void Every_number_of_samples_is_right([Values(16, 17, 31, 32, 33, 63, 64, 65, 96, 97, 100, 200, 513)] int batch) => Verify(1, 70, 90, batch);

    [Test]
    public void Every_number_of_inputs_is_right([Values(64, 65, 100, 784, 1023, 1024, 1025, 2048, 2500)] int inputs) => Verify(2, 70, inputs, 20);

    [Test]
    public void Every_share_of_zeros_is_right([Values(0.0, 0.001, 0.13, 0.4, 0.49)] double density) => Verify(1, 130, 300, 50, density);

    /// <summary>More seeds than a step takes.</summary>
    [TestCase(1, 1600, 784, 100)]
    [TestCase(3, 40, 784, 1000)]
    [TestCase(30, 8, 784, 100)]
    public void Shapes_of_training_and_many_seeds_are_right(int seeds, int rows, int inputs, int batch) => Verify(seeds, rows, inputs, batch);

    [TestCase(100, 100, 0.6)]
    [TestCase(63, 100, 0.1)]
    [TestCase(100, 15, 0.1)]
    public void Full_and_small_inputs_are_left_to_the_product_in_full(int inputs, int batch, double density)
    {
        (float[] target, bool isDone) = Run(new Operands(1, 20, inputs, batch, density), isSparse: true);
        Assert.Multiple(() =>
        {
            Assert.That(isDone, Is.False);
            Assert.That(target, Is.All.NaN, "nothing was written");
        });
    }

    [Test]
    public void A_number_that_is_none_reaches_its_sample_alone()
    {
        Operands operands = new(1, 70, 100, 40, 0.1);
        operands.Input.Values[operands.Input.At(0, 7, 33)] = float.NaN;
        float[] target = Run(operands, isSparse: true).Target;
        for (int at = 0; at < target.Length; at++)
            Assert.That(float.IsNaN(target[at]), Is.EqualTo(at % 40 == 33), $"row {at / 40}, sample {at % 40}");
    }

    [Test]
    public void What_does_not_fit_is_refused_before_anything_is_written()
    {
        using var memory = _fixture.Accelerator.Allocate1D<float>(100_000);
        SparseInput Call(int rows, int columns) => new(
            1, MatrixView.PerSeed(memory.View, 70, 100), MatrixView.PerSeed(memory.View, 100, 40), MatrixSums.PerRow(memory.View, 70), MatrixView.PerSeed(memory.View, rows, columns));
        Assert.Multiple(() =>
        {
            Assert.That(() => _fixture.Products.TryMultiplySparse(_fixture.Accelerator.DefaultStream, Call(40, 70)), Throws.TypeOf<FlowLabEngineException>()
                .With.Message.StartsWith("FLE020: the result is a view of 40 x 70; expected 70 x 40, not transposed."));
            Assert.That(() => _fixture.Products.TryMultiplySparse(_fixture.Accelerator.DefaultStream, Call(70, 40) with { Input = MatrixView.PerSeed(memory.View, 40, 100).Transpose() }),
                Throws.TypeOf<FlowLabEngineException>().With.Message.StartsWith("FLE020: the input is a view of 100 x 40, transposed; expected 100 x 40, not transposed."));
            Assert.That(() => _fixture.Products.TryMultiplySparse(_fixture.Accelerator.DefaultStream, Call(70, 40) with { Bias = MatrixSums.PerRow(memory.View.SubView(0, 69), 70) }),
                Throws.TypeOf<FlowLabEngineException>().With.Message.StartsWith("FLE021: the place for sums needs a view of 70 elements; found 69."));
        });
    }

    private void Verify(int seeds, int rows, int inputs, int batch, double density = 0.2)
    {
        Operands operands = new(seeds, rows, inputs, batch, density);
        (float[] sparse, bool isDone) = Run(operands, isSparse: true);
        Assert.That(isDone);
        Assert.That(sparse, Is.EqualTo(Run(operands, isSparse: false).Target));
        Assert.That(sparse, Has.None.NaN);
    }

    private (float[] Target, bool IsDone) Run(Operands operands, bool isSparse)
    {
        Accelerator accelerator = _fixture.Accelerator;
        (int seeds, int rows, int batch) = (operands.Seeds, operands.Weight.Rows, operands.Input.Columns);
        using var weight = accelerator.Allocate1D(operands.Weight.Values);
        using var input = accelerator.Allocate1D(operands.Input.Values);
        using var bias = accelerator.Allocate1D(operands.Bias);
        using var target = accelerator.Allocate1D([.. Enumerable.Repeat(float.NaN, (seeds + 1) * rows * batch)]);
        (MatrixView left, MatrixView right) = (operands.Weight.ViewOf(weight), operands.Input.ViewOf(input));
        MatrixView output = MatrixView.PerSeed(target.View, rows, batch);
        bool isDone = true;
        if (isSparse)
            isDone = _fixture.Products.TryMultiplySparse(accelerator.DefaultStream, new(seeds, left, right, MatrixSums.PerRow(bias.View, rows), output));
        else
            _fixture.Products.Multiply(accelerator.DefaultStream, seeds, left, right, MatrixOutput.Assign(output) with { Bias = new(bias.View.BaseView, rows, BiasAxis.Rows) });
        float[] values = target.GetAsArray1D();
        Assert.That(values[(seeds * rows * batch)..], Is.All.NaN, "behind the last seed");
        return (values[..(seeds * rows * batch)], isDone);
    }

    private sealed class Operands
    {
        internal Operands(int seeds, int rows, int inputs, int batch, double density)
        {
            System.Random random = new(rows + inputs + batch);
            Seeds = seeds;
            Weight = new(random, seeds, rows, inputs, isTransposed: false, isShared: false, gap: 1, offset: 2);
            Input = new(random, seeds, inputs, batch, isTransposed: false, isShared: false, gap: 3, offset: 1);
            Bias = [.. Enumerable.Range(0, seeds * rows).Select(_ => (float)random.NextDouble())];
            for (int at = 0; at < seeds * inputs * batch; at++)
            {
                if (random.NextDouble() >= density)
                    Input.Values[Input.At(at / (inputs * batch), at / batch % inputs, at % batch)] = 0f;
            }
        }

        internal int Seeds { get; }

        internal TestMatrix Weight { get; }

        internal TestMatrix Input { get; }

        internal float[] Bias { get; }
    }
}
