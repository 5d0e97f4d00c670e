namespace ILGPU.Runtime.Cuda;

/// <summary>The groups of a launch.</summary>
/// <param name="Grid">Groups in the grid.</param>
/// <param name="Group">Threads in a group.</param>
internal readonly record struct CudaGrid(Index3D Grid, Index3D Group)
{
    /// <summary>The largest grid along X is 2^31 - 1, along Y and Z 65535.</summary>
    internal const int MaxGridYZ = 65535;

    private const int LongestRow = 1 << 30;

    /// <summary>Enough groups for a number of instances that are counted through: in rows along X, and in several rows where one is too short.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 2^30 * 65535 groups.</exception>
    internal static CudaGrid Of(long count, int groupSize)
    {
        var groups = ((count - 1) / groupSize) + 1;
        var rows = ((groups - 1) / LongestRow) + 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, MaxGridYZ, nameof(count));
        return new(new((int)Math.Min(groups, LongestRow), (int)rows, 1), new(groupSize, 1, 1));
    }
}
