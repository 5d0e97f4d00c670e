using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>Where tiles go: target = Alpha tile + Beta target + bias.</summary>
internal readonly unsafe struct TileOutput
{
    internal required float* Target { get; init; }

    internal required nint LeadingDimension { get; init; }

    internal required float Alpha { get; init; }

    /// <summary>With 0 the target is not read.</summary>
    internal required float Beta { get; init; }

    /// <summary>One value per column, or null.</summary>
    internal float* ColumnBias { get; init; }

    /// <summary>One value per row, or null.</summary>
    internal float* RowBias { get; init; }

    /// <summary>Writes a tile whose first element belongs to (row, column) of the target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Write(float* tile, int stride, int row, int column, int rows, int columns)
    {
        float* target = Target + (row * LeadingDimension) + column;
        float* columnBias = ColumnBias is null ? null : ColumnBias + column;
        for (int r = 0; r < rows; r++)
        {
            float rowBias = RowBias is null ? 0f : RowBias[row + r];
            if (Beta == 0f)
                Assign(tile, target, columns, columnBias, rowBias);
            else
                Add(tile, target, columns, columnBias, rowBias);
            tile += stride;
            target += LeadingDimension;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Assign(float* tile, float* target, int columns, float* columnBias, float rowBias)
    {
        int c = 0;
        for (; c + Vector512<float>.Count <= columns; c += Vector512<float>.Count)
        {
            Vector512<float> value = Vector512.Load(tile + c) * Alpha;
            Vector512.Store(value + Bias512(columnBias, c, rowBias), target + c);
        }

        for (; c + Vector128<float>.Count <= columns; c += Vector128<float>.Count)
        {
            Vector128<float> value = Vector128.Load(tile + c) * Alpha;
            Vector128.Store(value + Bias128(columnBias, c, rowBias), target + c);
        }

        for (; c < columns; c++)
            target[c] = (tile[c] * Alpha) + Bias(columnBias, c, rowBias);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(float* tile, float* target, int columns, float* columnBias, float rowBias)
    {
        int c = 0;
        for (; c + Vector512<float>.Count <= columns; c += Vector512<float>.Count)
        {
            Vector512<float> value = Vector512.Load(tile + c) * Alpha;
            value = Vector512.MultiplyAddEstimate(Vector512.Create(Beta), Vector512.Load(target + c), value);
            Vector512.Store(value + Bias512(columnBias, c, rowBias), target + c);
        }

        for (; c + Vector128<float>.Count <= columns; c += Vector128<float>.Count)
        {
            Vector128<float> value = Vector128.Load(tile + c) * Alpha;
            value = Vector128.MultiplyAddEstimate(Vector128.Create(Beta), Vector128.Load(target + c), value);
            Vector128.Store(value + Bias128(columnBias, c, rowBias), target + c);
        }

        for (; c < columns; c++)
            target[c] = float.MultiplyAddEstimate(Beta, target[c], tile[c] * Alpha) + Bias(columnBias, c, rowBias);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Bias512(float* columnBias, int c, float rowBias) =>
        columnBias is null ? Vector512.Create(rowBias) : Vector512.Load(columnBias + c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Bias128(float* columnBias, int c, float rowBias) =>
        columnBias is null ? Vector128.Create(rowBias) : Vector128.Load(columnBias + c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Bias(float* columnBias, int c, float rowBias) => columnBias is null ? rowBias : columnBias[c];
}
