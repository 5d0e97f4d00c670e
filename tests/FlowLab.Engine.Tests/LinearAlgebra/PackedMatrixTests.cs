using FlowLab.LinearAlgebra;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>Packed factors over their life, and what calls cost.</summary>
public sealed class PackedMatrixTests
{
    private GemmFixture _fixture = null!;

    [SetUp]
    public void Create() => _fixture = GemmFixture.OnCpu();

    [TearDown]
    public void Dispose() => _fixture.Dispose();

    [Test]
    public void Refresh_takes_over_new_values()
    {
        using var left = _fixture.Accelerator.Allocate1D([1f, 2f]);
        using var right = _fixture.Accelerator.Allocate1D([10f, 100f]);
        using var target = _fixture.Accelerator.Allocate1D<float>(1);
        AcceleratorStream stream = _fixture.Accelerator.DefaultStream;
        MatrixView row = MatrixView.PerSeed(left.View.BaseView, 1, 2);
        using IPackedMatrix column = _fixture.Products.Pack(stream, 1, MatrixView.PerSeed(right.View.BaseView, 2, 1), MatrixSide.Right);
        right.CopyFromCPU([1000f, 10000f]);
        column.Refresh(stream);
        _fixture.Products.Multiply(stream, 1, row, column, MatrixOutput.Assign(MatrixView.PerSeed(target.View.BaseView, 1, 1)));
        Assert.That(target.GetAsArray1D(), Is.EqualTo(new[] { 21000f }));
    }

    [Test]
    public void Products_allocate_nothing_once_their_shape_was_seen([Values] bool isPacked)
    {
        using var values = _fixture.Accelerator.Allocate1D<float>(40000);
        using var target = _fixture.Accelerator.Allocate1D<float>(40000);
        AcceleratorStream stream = _fixture.Accelerator.DefaultStream;
        MatrixView factor = MatrixView.PerSeed(values.View.BaseView, 200, 200);
        MatrixOutput output = MatrixOutput.Accumulate(MatrixView.PerSeed(target.View.BaseView, 200, 200));
        using IPackedMatrix packed = _fixture.Products.Pack(stream, 1, factor, MatrixSide.Right);
        Action product = isPacked
            ? () => _fixture.Products.Multiply(stream, 1, factor, packed, output)
            : () => _fixture.Products.Multiply(stream, 1, factor, factor.Transpose(), output);
        product();

        // Other threads of the process may allocate in some rounds, never in all.
        Assert.That(Enumerable.Range(0, 20).Min(_ => BytesAllocatedBy(product, 20)), Is.LessThan(20 * 24));
    }

    [Test]
    public void Products_from_several_threads_do_not_mix()
    {
        GemmCase[] cases = [.. Enumerable.Range(1, 8).Select(i => new GemmCase(10 * i, 100 - i, 7 * i) { RandomSeed = i })];
        Parallel.ForEach(cases, product => product.Verify(_fixture));
    }

    private static long BytesAllocatedBy(Action action, int times)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < times; i++)
            action();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
