using System.Numerics;
using FlowLab.Accelerators.Launches;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>The groups of a launch.</summary>
/// <param name="Group">Threads in a group.</param>
/// <param name="GroupsX">Groups along X.</param>
/// <param name="GroupsY">Groups along Y.</param>
/// <param name="GroupsZ">Groups along Z.</param>
internal readonly record struct OpenClLaunchShape(Index3D Group, long GroupsX, long GroupsY, long GroupsZ)
{
    /// <summary>The most groups that every driver takes in one launch.</summary>
    internal static readonly Index3D LargestGrid = new(int.MaxValue, ushort.MaxValue, ushort.MaxValue);

    /// <summary>Axes that have more than one thread.</summary>
    internal uint Dimensions => Group.Z * GroupsZ > 1 ? 3u : Group.Y * GroupsY > 1 ? 2u : 1u;

    /// <summary>A grid as the launch asks for it.</summary>
    internal static OpenClLaunchShape OfGrid(in LaunchDimensions dimensions) =>
        new(dimensions.Group, dimensions.Grid.X, dimensions.Grid.Y, dimensions.Grid.Z);

    /// <summary>Groups along the linear order of an index space.</summary>
    internal static OpenClLaunchShape OfLine(in LaunchDimensions dimensions, int threads) =>
        new(new(threads, 1, 1), GroupsFor(dimensions.Count, threads), 1, 1);

    /// <summary>
    /// Groups that cover an index space. Where X is short, a group reaches over several rows, so that few of its threads are outside; the
    /// shapes are powers of two, because some compilers compile a kernel anew for every shape.
    /// </summary>
    /// <param name="dimensions">The extent of the index space.</param>
    /// <param name="threads">Threads in a group.</param>
    /// <param name="largest">The most threads along each axis.</param>
    internal static OpenClLaunchShape OfIndexSpace(in LaunchDimensions dimensions, int threads, Index3D largest)
    {
        if (!int.IsPow2(threads))
            return OfGroup(in dimensions, new(Math.Min(threads, largest.X), 1, 1));
        var x = Side(dimensions.X, threads, largest.X);
        if (dimensions is { Y: 1, Z: 1 })
            x = Math.Min(threads, PowerBelow(largest.X));
        var y = Side(dimensions.Y, threads / x, largest.Y);
        var z = Side(dimensions.Z, threads / x / y, largest.Z);
        return OfGroup(in dimensions, new(x, y, z));
    }

    private static OpenClLaunchShape OfGroup(in LaunchDimensions dimensions, Index3D group) => new(
        group, GroupsFor(dimensions.X, group.X), GroupsFor(dimensions.Y, group.Y), GroupsFor(dimensions.Z, group.Z));

    private static long GroupsFor(long extent, int threads) => (extent + threads - 1) / threads;

    private static int Side(long extent, int threads, int largest) =>
        (int)Math.Min((long)BitOperations.RoundUpToPowerOf2((ulong)extent), Math.Min(threads, PowerBelow(largest)));

    private static int PowerBelow(int number) => 1 << BitOperations.Log2((uint)Math.Max(number, 1));
}
