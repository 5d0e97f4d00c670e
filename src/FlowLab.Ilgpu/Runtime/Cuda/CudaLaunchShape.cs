namespace ILGPU.Runtime.Cuda;

/// <summary>The groups of a launch.</summary>
/// <param name="Grid">Groups in the grid.</param>
/// <param name="Group">Threads in a group.</param>
internal readonly record struct CudaLaunchShape(Index3D Grid, Index3D Group)
{
    /// <summary>The most groups along each axis.</summary>
    internal static readonly Index3D LargestGrid = new(int.MaxValue, ushort.MaxValue, ushort.MaxValue);

    private const int LongestRow = 1 << 30;

    /// <summary>A grid as the launch asks for it.</summary>
    internal static CudaLaunchShape OfGrid(in LaunchDimensions dimensions) => new(dimensions.Grid, dimensions.Group);

    /// <summary>
    /// Groups for a number of instances that are counted through, X fastest: in one row, and in several rows only where there are more than
    /// 2^30 groups. Which axes the index space has, the kernel finds out itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 2^30 * 65535 groups.</exception>
    internal static CudaLaunchShape OfCount(long count, int groupSize)
    {
        var groups = ((count - 1) / groupSize) + 1;
        var rows = ((groups - 1) / LongestRow) + 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, LargestGrid.Y, nameof(count));
        return new(new((int)Math.Min(groups, LongestRow), (int)rows, 1), new(groupSize, 1, 1));
    }
}
