using ILGPU.Runtime;

namespace ILGPU.Backends.Cpu;

/// <summary>
/// Instances in rows: the pieces are the vectors of the rows of X, each padded to whole ones. Y and Z are the same in all lanes, and which
/// lane an instance runs in does not depend on how a launch is divided. The form for parts of vectors is emitted when a row first needs it.
/// </summary>
internal sealed class RowVariant<TArguments>(SimdAnalysis analysis, VectorTable vectors) : KernelVariant<TArguments>
    where TArguments : struct
{
    private readonly SimdBody<TArguments> _whole = SimdEmitter.EmitRows<TArguments>(analysis, vectors, isPartial: false);
    private readonly Lazy<SimdBody<TArguments>> _part = new(() => SimdEmitter.EmitRows<TArguments>(analysis, vectors, isPartial: true));
    private readonly int _lanes = vectors.Lanes;

    internal override long CountOf(in LaunchDimensions dimensions) => VectorsOf(dimensions.X) * dimensions.Y * dimensions.Z;

    internal override void Run(in TArguments arguments, in LaunchDimensions dimensions, long from, long to)
    {
        var perRow = VectorsOf(dimensions.X);
        while (from < to)
        {
            var row = from / perRow;
            var first = from - (row * perRow);
            var count = Math.Min(to - from, perRow - first);
            var x = first * _lanes;
            var end = Math.Min(x + (count * _lanes), dimensions.X);
            Run(in arguments, x, end, (int)(row % dimensions.Y), (int)(row / dimensions.Y));
            from += count;
        }
    }

    /// <summary>Runs the instances x up to end of the row (y, z).</summary>
    private void Run(in TArguments arguments, long x, long end, int y, int z)
    {
        var part = (end - x) % _lanes;
        if (end - x > part)
            _whole(in arguments, x, end - part, y, z);
        if (part > 0)
            _part.Value(in arguments, end - part, end, y, z);
    }

    private long VectorsOf(long instances) => (instances + _lanes - 1) / _lanes;
}
