using FlowLab.Engine.LinearAlgebra;
using FlowLab.LinearAlgebra;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>What does not fit is refused by number, with both sides of what does not fit, and nothing is written.</summary>
public sealed class MatrixCheckTests
{
    private GemmFixture _fixture = null!;
    private MemoryBuffer1D<float, Stride1D.Dense> _buffer = null!;
    private MemoryBuffer1D<float, Stride1D.Dense> _result = null!;

    private ArrayView<float> Memory => _buffer.View.BaseView;

    private ArrayView<float> Result => _result.View.BaseView;

    [SetUp]
    public void Create()
    {
        _fixture = GemmFixture.OnCpu();
        _buffer = _fixture.Accelerator.Allocate1D<float>(1000);
        _result = _fixture.Accelerator.Allocate1D<float>(1000);
        _buffer.MemSetToZero();
        _result.MemSetToZero();
    }

    [TearDown]
    public void Dispose()
    {
        Assert.That(_result.IsDisposed || _result.GetAsArray1D().All(value => value == 0f), "nothing was written");
        _fixture.Dispose();
    }

    [Test]
    public void Inner_dimensions_must_be_equal() => Refuses(
        "FLE020: a matrix of 2 x 3 cannot be multiplied by one of 4 x 5: expected 3 rows in the right factor, found 4.",
        () => Multiply(View(2, 3), View(4, 5), View(2, 5)));

    [Test]
    public void The_result_must_have_the_products_shape() => Refuses(
        "FLE020: the product of 2 x 3 and 3 x 5 has 2 x 5 elements; the result is a view of 5 x 2.",
        () => Multiply(View(2, 3), View(3, 5), View(5, 2)));

    [Test]
    public void A_matrix_must_lie_within_its_view() => Refuses(
        "FLE021: the right factor needs a view of 1005 elements; found 1000.",
        () => Multiply(View(2, 201), View(201, 5), View(2, 5)));

    [Test]
    public void The_matrices_of_all_seeds_must_lie_within_the_view() => Refuses(
        "FLE021: the left factor needs a view of 1200 elements; found 1000.",
        () => Multiply(View(20, 20), MatrixView.Shared(Memory, 20, 5), View(20, 5), seeds: 3));

    [Test]
    public void A_row_must_fit_its_leading_dimension() => Refuses(
        "FLE021: the left factor has rows of 3 elements in memory, but its leading dimension is 2; expected 3 or more.",
        () => Multiply(View(2, 3) with { LeadingDimension = 2 }, View(3, 5), View(2, 5)));

    [Test]
    public void Nothing_may_be_negative() => Refuses(
        "FLE021: the right factor has 1 seeds, 3 x 5 elements and the seed stride -1; none of them may be negative.",
        () => Multiply(View(2, 3), View(3, 5) with { SeedStride = -1 }, View(2, 5)));

    [Test]
    public void The_bias_must_be_long_enough() => Refuses(
        "FLE021: the bias needs a view of 5 elements; found 4.",
        () => Multiply(View(2, 3), View(3, 5), View(2, 5), MatrixBias.PerColumn(Memory.SubView(0, 4), 5)));

    [Test]
    public void Seeds_must_not_write_to_the_same_elements() => Refuses(
        "FLE022: the results of 2 seeds overlap: 2 rows of 5 elements, leading dimension 5, seed stride 9.",
        () => Multiply(View(2, 3), View(3, 5), new MatrixView(Result, 2, 5, 5, 9), seeds: 2));

    [Test]
    public void Seeds_may_be_interleaved()
    {
        MatrixView target = new(Memory, 2, 5, 10, 5);
        Assert.That(() => Multiply(View(2, 3), View(3, 5), target, seeds: 2), Throws.Nothing);
    }

    [Test]
    public void Memory_of_another_device_is_refused()
    {
        using GemmFixture other = GemmFixture.OnCpu();
        using var foreign = other.Accelerator.Allocate1D<float>(100);
        Refuses(
            $"FLE023: the left factor lies in a buffer of {other.Accelerator.Name}, another accelerator than this one, {_fixture.Accelerator.Name}.",
            () => Multiply(MatrixView.PerSeed(foreign.View.BaseView, 2, 3), View(3, 5), View(2, 5)));
    }

    [Test]
    public void Memory_that_was_disposed_is_refused()
    {
        MatrixView left = View(2, 3);
        _buffer.Dispose();
        Refuses("FLE023: the left factor lies in a buffer that was disposed.", () => Multiply(left, View(3, 5), View(2, 5)));
    }

    [Test]
    public void A_packed_factor_stands_on_its_side_only()
    {
        using IPackedMatrix packed = Pack(_fixture.Products, MatrixSide.Left);
        Refuses(
            "FLE024: the packed factor was packed for the left side and 1 seeds; this product needs it on the right side for 1 seeds.",
            () => _fixture.Products.Multiply(_fixture.Accelerator.DefaultStream, 1, View(3, 3), packed, new(View(3, 3))));
    }

    [Test]
    public void A_packed_factor_belongs_to_its_service_and_dies_with_it()
    {
        using MatrixMultiply other = MatrixMultiply.Of(_fixture.Accelerator);
        using IPackedMatrix foreign = Pack(other, MatrixSide.Right);
        IPackedMatrix disposed = Pack(_fixture.Products, MatrixSide.Right);
        disposed.Dispose();
        foreach (IPackedMatrix packed in new[] { foreign, disposed })
        {
            Refuses(
                "FLE024: the packed factor was disposed, or was packed for another device.",
                () => _fixture.Products.Multiply(_fixture.Accelerator.DefaultStream, 1, View(3, 3), packed, new(View(3, 3))));
        }
    }

    [Test]
    public void Sums_need_a_factor_as_it_lies()
    {
        using IPackedMatrix packed = Pack(_fixture.Products, MatrixSide.Left);
        Refuses(
            "FLE024: the sums of the left factor's rows are wanted, and that factor is packed; expected one as it lies in memory.",
            () => _fixture.Products.Multiply(
                _fixture.Accelerator.DefaultStream, 1, packed, View(3, 3), new(TargetOf(3, 3)) { LeftSums = MatrixSums.PerRow(Result, 3) }));
    }

    [Test]
    public void Sums_must_be_long_enough_and_apart()
    {
        Refuses("FLE021: the place for sums needs a view of 2 elements; found 1.", () => MultiplyWithSums(new(Result.SubView(0, 1), 0), seeds: 1));
        Refuses("FLE022: the sums of 2 seeds overlap: 2 rows, seed stride 1.", () => MultiplyWithSums(new(Result, 1), seeds: 2));
    }

    private void MultiplyWithSums(MatrixSums sums, int seeds) => _fixture.Products.Multiply(
        _fixture.Accelerator.DefaultStream, seeds, View(2, 3), View(3, 5), new(TargetOf(2, 5)) { LeftSums = sums });

    private MatrixView TargetOf(int rows, int columns) => MatrixView.PerSeed(Result.SubView(100, 900), rows, columns);

    private static void Refuses(string expected, Action product) =>
        Assert.That(Assert.Throws<FlowLabEngineException>(product)!.Message, Does.StartWith(expected).And.EndWith("."));

    private IPackedMatrix Pack(MatrixMultiply products, MatrixSide side) =>
        products.Pack(_fixture.Accelerator.DefaultStream, 1, View(3, 3), side);

    private MatrixView View(int rows, int columns) => MatrixView.PerSeed(Memory, rows, columns);

    private void Multiply(MatrixView left, MatrixView right, MatrixView target, MatrixBias bias = default, int seeds = 1) =>
        _fixture.Products.Multiply(_fixture.Accelerator.DefaultStream, seeds, left, right, new(target) { Bias = bias });
}
