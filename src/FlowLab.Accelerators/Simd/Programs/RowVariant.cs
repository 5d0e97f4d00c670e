using FlowLab.Accelerators.Launches;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Instances in rows: the pieces are the vectors of the rows of X, each padded to whole ones. Y and Z are the same in all lanes, and which
/// lane an instance runs in does not depend on how a launch is divided. The forms for whole vectors and for parts of one are emitted when a row
/// first needs them; what they are emitted from is kept no longer than that.
/// </summary>
internal sealed unsafe class RowVariant(SimdAnalysis analysis, VectorTable vectors) : ProgramVariant
{
    private readonly Lock _lock = new();
    private readonly int _lanes = vectors.Lanes;
    private SimdAnalysis? _analysis = analysis;
    private SimdBody? _whole;
    private SimdBody? _part;

    internal override long CountOf(in LaunchDimensions dimensions) => VectorsOf(dimensions.X) * dimensions.Y * dimensions.Z;

    internal override void Run(long* arguments, in LaunchDimensions dimensions, long from, long to)
    {
        var perRow = VectorsOf(dimensions.X);
        while (from < to)
        {
            var row = from / perRow;
            var first = from - (row * perRow);
            var count = Math.Min(to - from, perRow - first);
            var x = first * _lanes;
            var end = Math.Min(x + (count * _lanes), dimensions.X);
            Run(arguments, x, end, (int)(row % dimensions.Y), (int)(row / dimensions.Y));
            from += count;
        }
    }

    /// <summary>Runs the instances x up to end of the row (y, z).</summary>
    private void Run(long* arguments, long x, long end, int y, int z)
    {
        var part = (end - x) % _lanes;
        if (end - x > part)
            (_whole ?? Emit(ref _whole, isPartial: false))(arguments, x, end - part, y, z);
        if (part > 0)
            (_part ?? Emit(ref _part, isPartial: true))(arguments, end - part, end, y, z);
    }

    private SimdBody Emit(ref SimdBody? body, bool isPartial)
    {
        lock (_lock)
        {
            body ??= SimdEmitter.EmitRows(_analysis!, vectors, isPartial);
            if (_whole is not null && _part is not null)
                _analysis = null;
            return body;
        }
    }

    private long VectorsOf(long instances) => (instances + _lanes - 1) / _lanes;
}
