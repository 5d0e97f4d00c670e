namespace FlowLab.Accelerators.Launches;

/// <summary>How the instances of a launch fall into groups.</summary>
/// <param name="GridDim">Groups in the grid.</param>
/// <param name="GroupDim">Threads in a group.</param>
/// <param name="DynamicSharedSize">Bytes of dynamic shared memory per group.</param>
/// <param name="Instances">Threads that run; the last group may not be full.</param>
internal readonly record struct GroupPlan(Index3D GridDim, Index3D GroupDim, int DynamicSharedSize, long Instances)
{
    internal long Groups => GridDim.LongSize;

    /// <summary>The plan of a launch; an index space is cut into groups along its linear order.</summary>
    internal static GroupPlan Of(in LaunchDimensions dimensions, int groupSize)
    {
        if (dimensions.IsGrouped)
            return new(dimensions.Grid, dimensions.Group, dimensions.DynamicSharedSize, dimensions.Grid.LongSize * dimensions.Group.LongSize);
        var count = dimensions.Count;
        return new(new(checked((int)((count + groupSize - 1) / groupSize)), 1, 1), new(groupSize, 1, 1), 0, count);
    }

    internal int ThreadsOf(long group) => (int)Math.Min(GroupDim.Size, Instances - (group * GroupDim.Size));
}
