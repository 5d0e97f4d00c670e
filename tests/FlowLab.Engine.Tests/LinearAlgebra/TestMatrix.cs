using FlowLab.LinearAlgebra;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Tests.LinearAlgebra;

/// <summary>
/// Random matrices of all seeds in memory with gaps: elements before the first, between rows and between seeds hold NaN, so that one that
/// leaks into a result is seen.
/// </summary>
internal sealed class TestMatrix
{
    private readonly int _offset;
    private readonly int _leadingDimension;
    private readonly long _seedStride;
    private readonly bool _isTransposed;

    internal TestMatrix(System.Random random, int seeds, int rows, int columns, bool isTransposed, bool isShared, int gap, int offset)
    {
        (Rows, Columns, _isTransposed, _offset) = (rows, columns, isTransposed, offset);
        (int outer, int inner) = isTransposed ? (columns, rows) : (rows, columns);
        _leadingDimension = inner + gap;
        _seedStride = isShared ? 0 : (outer * _leadingDimension) + gap;
        Values = new float[offset + (isShared ? 1 : seeds) * ((outer * _leadingDimension) + gap)];
        Array.Fill(Values, float.NaN);
        for (int s = 0; s < (isShared ? 1 : seeds); s++)
        {
            for (int i = 0; i < rows * columns; i++)
                Values[At(s, i / columns, i % columns)] = (float)(2 * random.NextDouble() - 1);
        }
    }

    internal int Rows { get; }

    internal int Columns { get; }

    /// <summary>The memory as it is on the host.</summary>
    internal float[] Values { get; }

    internal double this[int seed, int row, int column] => Values[At(seed, row, column)];

    internal int At(int seed, int row, int column) =>
        _offset + (int)(seed * _seedStride) + (_isTransposed ? (column * _leadingDimension) + row : (row * _leadingDimension) + column);

    internal MatrixView ViewOf(MemoryBuffer1D<float, Stride1D.Dense> buffer)
    {
        ArrayView<float> values = _offset < Values.Length ? buffer.View.BaseView.SubView(_offset, Values.Length - _offset) : default;
        return new(values, Rows, Columns, _leadingDimension, _seedStride, _isTransposed);
    }
}
