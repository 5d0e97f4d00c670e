using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Accelerators.Samples;

/// <summary>A product of matrices whose groups bring tiles of both factors into shared memory.</summary>
internal sealed class TiledProduct : Sample
{
    private const int Side = 32;
    private const int Tile = 4;

    private readonly Accelerator _accelerator;
    private readonly SquareMatrices _matrices;
    private readonly Action<KernelConfig, ArrayView2D<float, Stride2D.DenseX>, ArrayView2D<float, Stride2D.DenseX>, ArrayView2D<float, Stride2D.DenseX>> _kernel;

    public TiledProduct(Accelerator accelerator)
    {
        _accelerator = accelerator;
        _matrices = new(accelerator, Side);
        _kernel = accelerator.LoadStreamKernel<
            ArrayView2D<float, Stride2D.DenseX>, ArrayView2D<float, Stride2D.DenseX>, ArrayView2D<float, Stride2D.DenseX>>(Multiply);
    }

    public override void Run()
    {
        _kernel(
            new KernelConfig(new Index2D(Side / Tile, Side / Tile), new Index2D(Tile, Tile)),
            _matrices.Left.View, _matrices.Right.View, _matrices.Product.View);
        _accelerator.Synchronize();
    }

    public override float[] Result() => _matrices.Result();

    public override void Dispose() => _matrices.Dispose();

    private static void Multiply(
        ArrayView2D<float, Stride2D.DenseX> left, ArrayView2D<float, Stride2D.DenseX> right, ArrayView2D<float, Stride2D.DenseX> product)
    {
        Index2D at = Grid.GlobalIndex.XY;
        int x = Group.IdxX, y = Group.IdxY;
        var leftTile = SharedMemory.Allocate2D<float, Stride2D.DenseX>(new Index2D(Tile, Tile), new Stride2D.DenseX(Tile));
        var rightTile = SharedMemory.Allocate2D<float, Stride2D.DenseX>(new Index2D(Tile, Tile), new Stride2D.DenseX(Tile));
        float sum = 0;
        for (int tile = 0; tile < Side; tile += Tile)
        {
            leftTile[x, y] = left[at.X, tile + y];
            rightTile[x, y] = right[tile + x, at.Y];
            Group.Barrier();
            for (int i = 0; i < Tile; i++)
                sum += leftTile[x, i] * rightTile[i, y];
            Group.Barrier();
        }
        product[at] = sum;
    }
}
