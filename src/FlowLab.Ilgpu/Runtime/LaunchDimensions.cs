using System.Diagnostics.CodeAnalysis;

namespace ILGPU.Runtime;

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

    /// <exception cref="ArgumentOutOfRangeException">An extent is negative.</exception>
    internal static LaunchDimensions Of<TIndex>(TIndex extent)
        where TIndex : struct, IIndex
    {
        if (extent is Index1D x)
            return Of(x.X, 1, 1, extent);
        if (extent is Index2D xy)
            return Of(xy.X, xy.Y, 1, extent);
        if (extent is Index3D xyz)
            return Of(xyz.X, xyz.Y, xyz.Z, extent);
        if (extent is LongIndex1D longX)
            return Of(longX.X, 1, 1, extent);
        throw new NotSupportedException($"A launch over {typeof(TIndex).Name} is not supported; use Index1D, Index2D, Index3D or LongIndex1D.");
    }

    /// <exception cref="ArgumentOutOfRangeException">FLK204: the grid or the groups are empty.</exception>
    internal static LaunchDimensions Of(in KernelConfig config)
    {
        if (!config.IsValid)
            ThrowEmpty(config);
        return new(0, 0, 0, config.GridDim, config.GroupDim, config.SharedMemoryConfig.ArraySize);
    }

    private static LaunchDimensions Of<TIndex>(long x, long y, long z, TIndex extent)
        where TIndex : struct
    {
        if (x < 0 || y < 0 || z < 0)
            ThrowNegative(extent);
        return new(x, y, z, default, default, 0);
    }

    [DoesNotReturn]
    private static void ThrowEmpty(KernelConfig config) => throw new ArgumentOutOfRangeException(
        nameof(config),
        $"FLK204: a launch has at least one group of one thread, but a grid of {config.GridDim} groups of {config.GroupDim} threads was asked for. "
        + "Do not launch when there is nothing to do.");

    [DoesNotReturn]
    private static void ThrowNegative<TIndex>(TIndex extent)
        where TIndex : struct =>
        throw new ArgumentOutOfRangeException(nameof(extent), $"The extent of a launch must not be negative, but it is {extent}.");
}
