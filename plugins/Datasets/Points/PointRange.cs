namespace FlowLab.Plugins.Datasets.Points;

/// <summary>The rows of a table that are one part of a dataset, and where in it a batch begins.</summary>
/// <param name="firstRow">The first row of the part.</param>
/// <param name="count">Points of the part.</param>
/// <param name="start">The point of the part that the batch begins with.</param>
public readonly struct PointRange(int firstRow, int count, int start)
{
    private readonly int _firstRow = firstRow;
    private readonly int _count = count;
    private readonly int _start = start;

    /// <summary>The row of a sample, from the start of the part again after its last point.</summary>
    public int Cyclic(int sample) => _firstRow + (int)(((uint)_start + (uint)sample) % (uint)_count);

    /// <summary>The row of a sample; samples past the last point of the part repeat it.</summary>
    public int Clamped(int sample) => sample < _count - _start ? _firstRow + _start + sample : _firstRow + _count - 1;
}
