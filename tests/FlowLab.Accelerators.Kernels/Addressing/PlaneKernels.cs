namespace FlowLab.Accelerators.Tests.Kernels.Addressing;

/// <summary>Views of two dimensions.</summary>
[KernelFamily(Extents = [1, 7, 13])]
internal static class PlaneKernels
{
    internal static void Copy(Index2D i, ArrayView2D<int, Stride2D.DenseX> x, ArrayView2D<int, Stride2D.DenseX> r) => r[i] = x[i];

    internal static void Rows(Index2D i, ArrayView2D<float, Stride2D.DenseY> x, ArrayView2D<float, Stride2D.DenseY> r) => r[i.X, i.Y] = x[i.X + 1, i.Y];

    internal static void Transposed(Index2D i, ArrayView2D<int, Stride2D.DenseX> x, ArrayView2D<int, Stride2D.DenseY> r) => r[i.Y, i.X] = x[i.X, i.Y];

    internal static void Strided(Index2D i, ArrayView2D<int, Stride2D.General> x, ArrayView2D<int, Stride2D.General> r) => r[i] = x[i.X, i.Y + 1] * 3;

    internal static void RowOfPlane(Index1D i, ArrayView2D<float, Stride2D.DenseY> x, ArrayView2D<float, Stride2D.DenseY> r)
    {
        var sum = 0f;
        for (var j = 0; j < x.IntExtent.Y; j++)
            sum += x[i.X, j];
        r[i.X, 0] = sum;
    }

    internal static void Product(Index2D i, ArrayView2D<float, Stride2D.DenseX> n, ArrayView2D<float, Stride2D.DenseY> z, ArrayView2D<float, Stride2D.DenseX> r)
    {
        var sum = 0f;
        for (var k = 0; k < 6; k++)
            sum += n[i.X, k] * z[k, i.Y];
        r[i] = sum;
    }

    internal static void Extents(Index2D i, ArrayView2D<int, Stride2D.DenseX> x, ArrayView2D<long, Stride2D.DenseX> r) => r[i] = (x.Extent.X * 100) + x.Extent.Y + x.Length;

    internal static void Part(Index2D i, ArrayView2D<int, Stride2D.DenseX> x, ArrayView2D<int, Stride2D.DenseX> r) => r[i] = x.BaseView[i.X] + x[i.X, 2];
}
