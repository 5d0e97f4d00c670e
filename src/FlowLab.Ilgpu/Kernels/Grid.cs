using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>The place of the running thread's group in the grid of its launch. X varies fastest.</summary>
public static class Grid
{
    public static int IdxX => KernelThread.Current.Group.GridIndex.X;

    public static int IdxY => KernelThread.Current.Group.GridIndex.Y;

    public static int IdxZ => KernelThread.Current.Group.GridIndex.Z;

    /// <summary>Which group of the grid.</summary>
    public static Index3D Index => new(IdxX, IdxY, IdxZ);

    public static int DimX => KernelThread.Current.Group.GridDim.X;

    public static int DimY => KernelThread.Current.Group.GridDim.Y;

    public static int DimZ => KernelThread.Current.Group.GridDim.Z;

    /// <summary>Groups in the grid.</summary>
    public static Index3D Dimension => new(DimX, DimY, DimZ);

    /// <summary>The number of the group.</summary>
    public static int LinearIndex => (((IdxZ * DimY) + IdxY) * DimX) + IdxX;

    /// <summary>Which thread of all threads of the launch.</summary>
    public static Index3D GlobalIndex => ComputeGlobalIndex(Index, Group.Index);

    public static LongIndex3D LongGlobalIndex => ComputeLongGlobalIndex(Index, Group.Index);

    /// <summary>The number of the thread, group by group.</summary>
    public static int GlobalLinearIndex => (LinearIndex * (Group.DimX * Group.DimY * Group.DimZ)) + Group.LinearIndex;

    public static Index1D ComputeGlobalIndex(Index1D gridIdx, Index1D groupIdx) => groupIdx + (gridIdx * Group.DimX);

    public static Index2D ComputeGlobalIndex(Index2D gridIdx, Index2D groupIdx) =>
        new(groupIdx.X + (gridIdx.X * Group.DimX), groupIdx.Y + (gridIdx.Y * Group.DimY));

    public static Index3D ComputeGlobalIndex(Index3D gridIdx, Index3D groupIdx) => new(
        groupIdx.X + (gridIdx.X * Group.DimX), groupIdx.Y + (gridIdx.Y * Group.DimY), groupIdx.Z + (gridIdx.Z * Group.DimZ));

    public static LongIndex1D ComputeLongGlobalIndex(Index1D gridIdx, Index1D groupIdx) => groupIdx.X + ((long)gridIdx.X * Group.DimX);

    public static LongIndex2D ComputeLongGlobalIndex(Index2D gridIdx, Index2D groupIdx) =>
        new(groupIdx.X + ((long)gridIdx.X * Group.DimX), groupIdx.Y + ((long)gridIdx.Y * Group.DimY));

    public static LongIndex3D ComputeLongGlobalIndex(Index3D gridIdx, Index3D groupIdx) => new(
        groupIdx.X + ((long)gridIdx.X * Group.DimX),
        groupIdx.Y + ((long)gridIdx.Y * Group.DimY),
        groupIdx.Z + ((long)gridIdx.Z * Group.DimZ));
}
