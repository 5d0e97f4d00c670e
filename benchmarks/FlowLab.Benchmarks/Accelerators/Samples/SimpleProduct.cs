using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Accelerators.Samples;

/// <summary>A product of matrices, one element per instance.</summary>
internal sealed class SimpleProduct : Sample
{
    private const int Side = 32;

    private readonly Accelerator _accelerator;
    private readonly SquareMatrices _matrices;
    private readonly Action<Index2D, ArrayView2D<float, Stride2D.DenseX>, ArrayView2D<float, Stride2D.DenseX>, ArrayView2D<float, Stride2D.DenseX>> _kernel;

    public SimpleProduct(Accelerator accelerator)
    {
        _accelerator = accelerator;
        _matrices = new(accelerator, Side);
        _kernel = accelerator.LoadAutoGroupedStreamKernel<
            Index2D, ArrayView2D<float, Stride2D.DenseX>, ArrayView2D<float, Stride2D.DenseX>, ArrayView2D<float, Stride2D.DenseX>>(Multiply);
    }

    public override void Run()
    {
        _kernel(new Index2D(Side, Side), _matrices.Left.View, _matrices.Right.View, _matrices.Product.View);
        _accelerator.Synchronize();
    }

    public override float[] Result() => _matrices.Result();

    public override void Dispose() => _matrices.Dispose();

    private static void Multiply(
        Index2D at, ArrayView2D<float, Stride2D.DenseX> left, ArrayView2D<float, Stride2D.DenseX> right, ArrayView2D<float, Stride2D.DenseX> product)
    {
        float sum = 0;
        for (int i = 0; i < left.IntExtent.Y; i++)
            sum += left[new Index2D(at.X, i)] * right[new Index2D(i, at.Y)];
        product[at] = sum;
    }
}
