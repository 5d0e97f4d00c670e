namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>The dimensions of a launch as its caller writes them.</summary>
internal static class LaunchArguments
{
    /// <param name="dimensions">The dimensions.</param>
    /// <param name="indexType">The type of the kernel's index; null of a kernel over groups.</param>
    internal static object ToArgument(this LaunchDimensions dimensions, Type? indexType) => indexType is null
        ? new KernelConfig(dimensions.Grid, dimensions.Group, dimensions.DynamicSharedSize > 0 ? SharedMemoryConfig.RequestDynamic<byte>(dimensions.DynamicSharedSize) : default)
        : IndexOf(indexType, (int)dimensions.X, (int)dimensions.Y, (int)dimensions.Z);

    internal static object IndexOf(Type indexType, int x, int y, int z)
    {
        if (indexType == typeof(Index1D))
            return new Index1D(x);
        return indexType == typeof(Index2D) ? new Index2D(x, y) : new Index3D(x, y, z);
    }
}
