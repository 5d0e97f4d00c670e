using ILGPU.Algorithms.ScanReduceOperations;

namespace FlowLab.Accelerators.Maths;

/// <summary>
/// Reductions and scans of the values of a warp, in a fixed order: the result is the same in every run. All threads of the warp must take
/// part; a warp that its group does not fill counts as the threads that it has.
/// </summary>
internal static class WarpAlgorithms
{
    /// <summary>The values of the warp reduced to one, for its first lane; other lanes get partial results.</summary>
    public static T Reduce<T, TReduction>(T value)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T>
    {
        var (lane, lanes) = (Warp.LaneIdx, LanesOfWarp());
        for (var distance = 1; distance < Warp.WarpSize; distance *= 2)
        {
            var other = Warp.ShuffleDown(value, distance);
            if (lane + distance < lanes)
                value = default(TReduction).Apply(value, other);
        }

        return value;
    }

    /// <summary>The values of the warp reduced to one, for all lanes.</summary>
    public static T AllReduce<T, TReduction>(T value)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T> =>
        Warp.Broadcast(Reduce<T, TReduction>(value), 0);

    /// <summary>The reduction of the values of all lanes before the own one.</summary>
    public static T ExclusiveScan<T, TScan>(T value)
        where T : unmanaged
        where TScan : struct, IScanReduceOperation<T>
    {
        var before = Warp.ShuffleUp(InclusiveScan<T, TScan>(value), 1);
        return Warp.LaneIdx == 0 ? default(TScan).Identity : before;
    }

    /// <summary>The reduction of the values of all lanes up to the own one.</summary>
    public static T InclusiveScan<T, TScan>(T value)
        where T : unmanaged
        where TScan : struct, IScanReduceOperation<T>
    {
        var lane = Warp.LaneIdx;
        for (var distance = 1; distance < Warp.WarpSize; distance *= 2)
        {
            var before = Warp.ShuffleUp(value, distance);
            if (lane >= distance)
                value = default(TScan).Apply(before, value);
        }

        return value;
    }

    internal static int LanesOfWarp() => Math.Min(Warp.WarpSize, (Group.DimX * Group.DimY * Group.DimZ) - (Warp.WarpIdx * Warp.WarpSize));
}
