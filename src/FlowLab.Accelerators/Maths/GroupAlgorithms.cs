using ILGPU.Algorithms.ScanReduceOperations;

namespace FlowLab.Accelerators.Maths;

/// <summary>
/// Reductions and scans of the values of a group, in a fixed order: the result is the same in every run. All threads of the group must take
/// part, and they wait for each other.
/// </summary>
internal static class GroupAlgorithms
{
    // Groups with more warps go round several times.
    private const int WarpsAtOnce = 64;

    /// <summary>The values of the group reduced to one, for its first thread; other threads get partial results.</summary>
    public static T Reduce<T, TReduction>(T value)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T>
    {
        var reduced = WarpAlgorithms.Reduce<T, TReduction>(value);
        var totals = SharedMemory.Allocate<T>(WarpsAtOnce);
        var result = default(TReduction).Identity;
        for (var first = 0; first < WarpsOfGroup(); first += WarpsAtOnce)
        {
            StoreTotal(totals, first, reduced, Warp.IsFirstLane);
            if (Group.IsFirstThread)
                result = Fold<T, TReduction>(result, totals, WarpsOfGroup() - first);
            Group.Barrier();
        }

        return result;
    }

    /// <summary>The values of the group reduced to one, for all threads.</summary>
    public static T AllReduce<T, TReduction>(T value)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T> =>
        Group.Broadcast(Reduce<T, TReduction>(value), 0);

    /// <summary>The reduction of the values of all threads before the own one.</summary>
    public static T ExclusiveScan<T, TScanOperation>(T value)
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T> =>
        default(TScanOperation).Apply(
            BeforeWarp<T, TScanOperation>(WarpAlgorithms.InclusiveScan<T, TScanOperation>(value)),
            WarpAlgorithms.ExclusiveScan<T, TScanOperation>(value));

    /// <summary>The reduction of the values of all threads up to the own one.</summary>
    public static T InclusiveScan<T, TScanOperation>(T value)
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        var scanned = WarpAlgorithms.InclusiveScan<T, TScanOperation>(value);
        return default(TScanOperation).Apply(BeforeWarp<T, TScanOperation>(scanned), scanned);
    }

    /// <summary>The reduction of all warps before the own one, given the inclusive scan of each.</summary>
    private static T BeforeWarp<T, TScanOperation>(T scanned)
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        var totals = SharedMemory.Allocate<T>(WarpsAtOnce);
        var result = default(TScanOperation).Identity;
        for (var first = 0; first < WarpsOfGroup(); first += WarpsAtOnce)
        {
            StoreTotal(totals, first, scanned, Warp.LaneIdx == WarpAlgorithms.LanesOfWarp() - 1);
            result = Fold<T, TScanOperation>(result, totals, Warp.WarpIdx - first);
            Group.Barrier();
        }

        return result;
    }

    /// <summary>One lane per warp stores its value, if it is the turn of its warp; then all may read.</summary>
    private static void StoreTotal<T>(ArrayView<T> totals, int first, T value, bool isLane)
        where T : unmanaged
    {
        var slot = Warp.WarpIdx - first;
        if (isLane && slot >= 0 && slot < WarpsAtOnce)
            totals[slot] = value;
        Group.Barrier();
    }

    private static T Fold<T, TReduction>(T result, ArrayView<T> totals, int count)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T>
    {
        count = Math.Min(count, WarpsAtOnce);
        for (var i = 0; i < count; i++)
            result = default(TReduction).Apply(result, totals[i]);
        return result;
    }

    private static int WarpsOfGroup() => IntrinsicMath.DivRoundUp(Group.DimX * Group.DimY * Group.DimZ, Warp.WarpSize);
}
