namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Two-dimensional views as arguments of kernels on vectors: the stride decides between vector loads, one load and gathers.</summary>
public class PlaneSimdTests
{
    private const int SizeX = 37;
    private const int SizeY = 3;

    [Test]
    public void Planes_of_all_strides_mean_the_same_on_vectors([Values(128, 256, 512)] int width)
    {
        using var simd = new SimdFixture(2, width);
        var expected = Results(simd, (arguments, extent) =>
        {
            for (var i = 0; i < extent.Size; i++)
                Mix(new(i % extent.X, i / extent.X), arguments.Item1, arguments.Item2, arguments.Item3);
        });
        var kernel = simd.Accelerator.LoadAutoGroupedStreamKernel<
            Index2D, ArrayView2D<float, Stride2D.DenseX>, ArrayView2D<float, Stride2D.DenseY>, ArrayView2D<float, Stride2D.General>>(Mix);
        Assert.That(Results(simd, (arguments, extent) => kernel(extent, arguments.Item1, arguments.Item2, arguments.Item3)), Is.EqualTo(expected));
    }

    private static float[] Results(
        SimdFixture simd,
        Action<(ArrayView2D<float, Stride2D.DenseX>, ArrayView2D<float, Stride2D.DenseY>, ArrayView2D<float, Stride2D.General>), Index2D> run)
    {
        using var x = simd.Accelerator.Allocate2DPitchedX<float>((SizeX, SizeY), 32);
        using var y = simd.Accelerator.Allocate2DDenseY<float>((SizeX, SizeY));
        using var general = simd.Accelerator.Allocate2D<float, Stride2D.General>((SizeX, SizeY), extent => 2 * extent.X, (_, leading) => new((2, leading)));
        ArrayView<float>[] memories = [x.AsContiguous(), y.AsContiguous(), general.AsContiguous()];
        foreach (var memory in memories)
            memory.CopyFromCPU(Enumerable.Range(0, memory.IntLength).Select(i => (i * 37 % 101) - 50.5f).ToArray());
        run((x.View, y.View, general.View), new(SizeX - 2, SizeY));
        return [.. memories.SelectMany(memory => memory.GetAsArray())];
    }

    private static void Mix(
        Index2D at, ArrayView2D<float, Stride2D.DenseX> x, ArrayView2D<float, Stride2D.DenseY> y, ArrayView2D<float, Stride2D.General> general)
    {
        x[at] = (x[at] * y[at]) + y[at.X + 1, at.Y];
        if (x[at] > 0)
            general[at.X, at.Y] = general[at] - x.SubView((0, at.Y), (SizeX - 1, 1))[at.X, 0];
        else
            general[at] += y.AsTransposed()[at.Y, at.X] + general.Stride.XStride;
    }
}
