using ILGPU.Backends.Cpu;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// The linear order of the vectors of a launch: rows of X, each padded to whole vectors. Y and Z are the same in all lanes, and which
/// lane an instance runs in does not depend on how a launch is divided.
/// </summary>
internal static class SimdRows
{
    internal static long CountOf<TIndex>(TIndex extent, int lanes)
        where TIndex : struct, IIndex
    {
        var (x, y, z) = SizesOf(extent);
        return VectorsOf(x, lanes) * y * z;
    }

    /// <summary>Runs the vectors [from, to).</summary>
    internal static void Run<TIndex, TArguments>(
        SimdVariant<TArguments> variant, in TArguments arguments, TIndex extent, long from, long to)
        where TIndex : struct, IIndex
        where TArguments : struct
    {
        var (sizeX, sizeY, _) = SizesOf(extent);
        var perRow = VectorsOf(sizeX, variant.Lanes);
        while (from < to)
        {
            var row = from / perRow;
            var first = from - (row * perRow);
            var count = Math.Min(to - from, perRow - first);
            var x = first * variant.Lanes;
            var end = Math.Min(x + (count * variant.Lanes), sizeX);
            variant.Run(in arguments, x, end, (int)(row % sizeY), (int)(row / sizeY));
            from += count;
        }
    }

    private static long VectorsOf(long instances, int lanes) => (instances + lanes - 1) / lanes;

    private static (long X, int Y, int Z) SizesOf<TIndex>(TIndex extent)
        where TIndex : struct, IIndex
    {
        if (extent is Index1D x)
            return (x.X, 1, 1);
        if (extent is Index2D xy)
            return (xy.X, xy.Y, 1);
        if (extent is Index3D xyz)
            return (xyz.X, xyz.Y, xyz.Z);
        return extent is LongIndex1D longX ? (longX.X, 1, 1) : throw new NotSupportedException($"No rows of {typeof(TIndex).Name}.");
    }
}
