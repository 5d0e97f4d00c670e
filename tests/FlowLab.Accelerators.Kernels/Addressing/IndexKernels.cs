namespace FlowLab.Accelerators.Tests.Kernels.Addressing;

/// <summary>Index spaces of every kind.</summary>
[KernelFamily(Extents = [1, 7, 33])]
internal static class IndexKernels
{
    internal static void Line(Index1D i, ArrayView<int> r) => r[i] = i * 3;


    internal static void Plane(Index2D i, ArrayView<int> r) => r[(i.Y * 40) + i.X] = (i.X * 1000) + i.Y;

    internal static void PlaneColumnwise(Index2D i, ArrayView<int> x, ArrayView<int> r) => r[(i.X * 3) + i.Y] = x[i.X] + i.Y;

    internal static void PlaneRows(Index2D i, ArrayView<float> x, ArrayView<float> r)
    {
        var row = x.SubView(i.Y * 40, 40);
        r[(i.Y * 40) + i.X] = row[i.X] + row[0];
    }

    internal static void Space(Index3D i, ArrayView<int> r) => r[(((i.Z * 2) + i.Y) * 40) + i.X] = (i.X * 10000) + (i.Y * 100) + i.Z;

    internal static void SpaceGuarded(Index3D i, ArrayView<int> r)
    {
        if (i.X > 3 && i.Y == 1)
            r[(i.Z * 40) + i.X] = i.Z;
    }

    internal static void SpaceLoop(Index3D i, ArrayView<int> x, ArrayView<int> r)
    {
        var sum = 0;
        for (var j = 0; j <= i.Z + i.Y; j++)
            sum += x[i.X + j] & 0xFF;
        r[(((i.Z * 2) + i.Y) * 40) + i.X] = sum;
    }
}
