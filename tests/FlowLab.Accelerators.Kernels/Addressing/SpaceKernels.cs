namespace FlowLab.Accelerators.Tests.Kernels.Addressing;

/// <summary>Three-dimensional views of all strides.</summary>
[KernelFamily(Extents = [1, 7, 20])]
internal static class SpaceKernels
{
    internal static void PlanesOfLines(Index3D i, ArrayView3D<float, Stride3D.DenseXY> x, ArrayView3D<float, Stride3D.DenseXY> r) => r[i] = x[i] + x[i.X + 1, i.Y, i.Z + 1];

    internal static void DepthFirst(Index3D i, ArrayView3D<int, Stride3D.DenseZY> x, ArrayView3D<int, Stride3D.DenseXY> r) => r[i] = x[i] ^ x[i.X, i.Y + 1, 0];

    internal static void AnyStride(Index3D i, ArrayView3D<int, Stride3D.General> x, ArrayView3D<int, Stride3D.General> r) => r[i] = x[i] * 3;

    internal static void Sizes(Index3D i, ArrayView3D<double, Stride3D.DenseXY> x, ArrayView3D<int, Stride3D.DenseZY> r) =>
        r[i] = x.IntExtent.X + (x.IntExtent.Y * 100) + (x.IntExtent.Z * 1000) + x.Stride.YStride + x.Stride.ZStride;

    internal static void Windows(Index3D i, ArrayView3D<int, Stride3D.DenseXY> x, ArrayView3D<int, Stride3D.DenseXY> r) =>
        r[i] = x.SubView(new Index3D(1, 2, 0), new Index3D(22, 5, 3))[i.X, i.Y, i.Z];

    internal static void OneLine(Index3D i, ArrayView3D<int, Stride3D.DenseXY> x, ArrayView3D<int, Stride3D.DenseXY> r) => r[i] = x.BaseView[i.X + (i.Z * 7)];

    internal static void Shared(Index2D i, ArrayView3D<float, Stride3D.DenseXY> x, ArrayView2D<float, Stride2D.DenseX> r)
    {
        var sum = 0f;
        for (var z = 0; z < x.IntExtent.Z; z++)
            sum += x[i.X, i.Y, z];
        r[i] = sum;
    }
}
