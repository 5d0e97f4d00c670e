using ILGPU.Backends.Cpu;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// The linear order of the vectors of a launch: rows of X, each padded to whole vectors. Y and Z are the same in all lanes, and which
/// lane an instance runs in does not depend on how a launch is divided.
/// </summary>
internal static class SimdRows
{
    internal static long CountOf(in LaunchDimensions dimensions, int lanes) =>
        VectorsOf(dimensions.X, lanes) * dimensions.Y * dimensions.Z;

    /// <summary>Runs the vectors [from, to).</summary>
    internal static void Run<TArguments>(
        SimdVariant<TArguments> variant, in TArguments arguments, in LaunchDimensions dimensions, long from, long to)
        where TArguments : struct
    {
        var perRow = VectorsOf(dimensions.X, variant.Lanes);
        while (from < to)
        {
            var row = from / perRow;
            var first = from - (row * perRow);
            var count = Math.Min(to - from, perRow - first);
            var x = first * variant.Lanes;
            var end = Math.Min(x + (count * variant.Lanes), dimensions.X);
            variant.Run(in arguments, x, end, (int)(row % dimensions.Y), (int)(row / dimensions.Y));
            from += count;
        }
    }

    private static long VectorsOf(long instances, int lanes) => (instances + lanes - 1) / lanes;
}
