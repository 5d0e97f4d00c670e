namespace FlowLab.Accelerators.Tests.Kernels.Groups;

/// <summary>Where a thread is.</summary>
[GroupFamily(GroupShapes.Lines | GroupShapes.Planes | GroupShapes.Spaces)]
internal static class PlaceKernels
{
    internal static void InGroup(ArrayView<int> r) => r[Grid.GlobalLinearIndex] = (Group.IdxX * 10000) + (Group.IdxY * 100) + Group.IdxZ;

    internal static void InGrid(ArrayView<int> r) => r[Grid.GlobalLinearIndex] = (Grid.IdxX * 10000) + (Grid.IdxY * 100) + Grid.IdxZ;

    internal static void Sizes(ArrayView<int> r) => r[Grid.GlobalLinearIndex] =
        (Group.DimX * 100000) + (Group.DimY * 10000) + (Group.DimZ * 1000) + (Grid.DimX * 100) + (Grid.DimY * 10) + Grid.DimZ;

    internal static void Linear(ArrayView<int> r) => r[Grid.GlobalLinearIndex] = (Group.LinearIndex * 1000) + Grid.LinearIndex;

    internal static void Global(ArrayView<int> r)
    {
        var index = Grid.GlobalIndex;
        r[Grid.GlobalLinearIndex] = (index.X * 10000) + (index.Y * 100) + index.Z;
    }

    internal static void LongGlobal(ArrayView<long> r)
    {
        var index = Grid.LongGlobalIndex;
        r[Grid.GlobalLinearIndex] = (index.X << 40) + (index.Y << 20) + index.Z;
    }

    internal static void Computed(ArrayView<int> r) => r[Grid.GlobalLinearIndex] =
        Grid.ComputeGlobalIndex(new Index2D(Grid.IdxX, Grid.IdxY), new Index2D(Group.IdxX, Group.IdxY)).Y + Grid.ComputeGlobalIndex((Index1D)Grid.IdxX, Group.IdxX).X;

    internal static void Structs(ArrayView<int> r) => r[Grid.GlobalLinearIndex] = Group.Index.X + Group.Dimension.Y + Grid.Index.Z + Grid.Dimension.X;

    internal static void Ends(ArrayView<int> r)
    {
        if (Group.IsFirstThread)
            r[Grid.GlobalLinearIndex] = 1;
        if (Group.IsLastThread)
            r[Grid.GlobalLinearIndex] += 2;
    }

    internal static void InCall(ArrayView<int> x, ArrayView<int> r) => r[Grid.GlobalLinearIndex] = Neighbor(x);

    internal static void StrideLoop(ArrayView<int> x, ArrayView<int> r)
    {
        var threads = Group.Dimension.Size * Grid.Dimension.Size;
        for (var i = Grid.GlobalLinearIndex; i < 500; i += threads)
            r[i] = x[i] ^ i;
    }

    internal static void Guarded(ArrayView<float> x, ArrayView<float> r, int n)
    {
        var i = Grid.GlobalLinearIndex;
        if (i >= n)
            return;
        r[i] = x[i];
    }

    private static int Neighbor(ArrayView<int> x) => x[Grid.GlobalLinearIndex + 1] + Group.LinearIndex;
}
