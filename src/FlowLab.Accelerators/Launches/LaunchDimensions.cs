using System.Diagnostics.CodeAnalysis;

namespace FlowLab.Accelerators.Launches;

/// <summary>How the instances of a launch are numbered.</summary>
/// <param name="X">Instances along X of the index space; 0 of a launch of groups.</param>
/// <param name="Y">Instances along Y of the index space.</param>
/// <param name="Z">Instances along Z of the index space.</param>
/// <param name="Grid">Groups in the grid; zero of a launch over an index space, whose groups the backend chooses.</param>
/// <param name="Group">Threads in a group.</param>
/// <param name="DynamicSharedSize">Bytes of dynamic shared memory per group.</param>
internal readonly record struct LaunchDimensions(long X, long Y, long Z, Index3D Grid, Index3D Group, int DynamicSharedSize)
{
    /// <summary>The instances of an index space, X fastest.</summary>
    /// <exception cref="OverflowException">More than 2^63 - 1.</exception>
    internal long Count => checked(X * Y * Z);

    /// <summary>A grid of groups rather than an index space.</summary>
    internal bool IsGrouped => Group.X > 0;

    /// <exception cref="ArgumentOutOfRangeException">The extent is negative.</exception>
    internal static LaunchDimensions Of(Index1D extent) => Of(extent.X, 1, 1);

    /// <inheritdoc cref="Of(Index1D)"/>
    internal static LaunchDimensions Of(Index2D extent) => Of(extent.X, extent.Y, 1);

    /// <inheritdoc cref="Of(Index1D)"/>
    internal static LaunchDimensions Of(Index3D extent) => Of(extent.X, extent.Y, extent.Z);

    /// <exception cref="ArgumentOutOfRangeException">FLK204: the grid or the groups are empty.</exception>
    internal static LaunchDimensions Of(KernelConfig config)
    {
        if (!config.IsValid)
            ThrowEmpty(config);
        var shared = config.SharedMemoryConfig;
        return new(0, 0, 0, config.GridDim, config.GroupDim, shared.NumElements * shared.ElementSize);
    }

    private static LaunchDimensions Of(long x, long y, long z)
    {
        if ((x | y | z) < 0)
            ThrowNegative(x, y, z);
        return new(x, y, z, default, default, 0);
    }

    [DoesNotReturn]
    private static void ThrowEmpty(KernelConfig config) => throw new ArgumentOutOfRangeException(
        nameof(config),
        $"FLK204: a launch has at least one group of one thread, but a grid of {config.GridDim} groups of {config.GroupDim} threads was asked for. "
        + "Do not launch when there is nothing to do.");

    [DoesNotReturn]
    private static void ThrowNegative(long x, long y, long z) =>
        throw new ArgumentOutOfRangeException(nameof(x), $"FLK204: the extent of a launch must not be negative, but it is ({x}, {y}, {z}).");
}
