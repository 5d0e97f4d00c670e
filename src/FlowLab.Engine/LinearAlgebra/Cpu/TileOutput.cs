using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>Where a tile goes: target = Alpha tile + Beta target + row bias + column bias.</summary>
internal unsafe struct TileOutput
{
    private const int Quad = 4;

    internal float* Target;
    internal nint LeadingDimension;
    internal float Alpha;

    /// <summary>With 0 the target is not read.</summary>
    internal float Beta;

    /// <summary>One value per row; zeros if there is none.</summary>
    internal float* RowBias;

    /// <summary>One value per column; zeros if there is none.</summary>
    internal float* ColumnBias;

    /// <summary>The sums as they are, without gaps.</summary>
    internal static TileOutput Raw(float* tile, int stride, float* zeros) =>
        new() { Target = tile, LeadingDimension = stride, Alpha = 1f, RowBias = zeros, ColumnBias = zeros };

    /// <summary>Asks for the lines of the target before the sums are ready.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly void Fetch(int rows)
    {
        const int Line = 16;
        if (!Sse.IsSupported)
            return;
        for (int row = 0; row < rows; row++)
        {
            Sse.Prefetch0(Target + (row * LeadingDimension));
            Sse.Prefetch0(Target + (row * LeadingDimension) + Line);
        }
    }

    /// <summary>Writes a tile that the micro-kernel could not write by itself: one with gaps, or one that was transposed.</summary>
    internal readonly void Write(float* tile, int stride, int rows, int columns)
    {
        for (int row = 0; row < rows; row++)
            WriteRow(tile + (row * stride), row, columns);
    }

    /// <summary>Writes a tile whose rows are columns of the target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal readonly void WriteTransposed(float* tile, int stride, int rows, int columns)
    {
        int c = 0;
        for (; c + Quad <= columns; c += Quad)
        {
            int r = 0;
            if (EightRows.IsFast)
            {
                for (; r + EightRows.Rows <= rows; r += EightRows.Rows)
                    WriteEight(tile + (r * stride) + c, stride, c, r);
            }
            for (; r + FourRows.Rows <= rows; r += FourRows.Rows)
                WriteFour(tile + (r * stride) + c, stride, c, r);
            for (; r < rows; r++)
            {
                for (int i = 0; i < Quad; i++)
                    Write(tile[(r * stride) + c + i], c + i, r);
            }
        }

        for (; c < columns; c++)
        {
            for (int r = 0; r < rows; r++)
                Write(tile[(r * stride) + c], c, r);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void WriteEight(float* tile, nint stride, int row, int column)
    {
        EightRows.Load(tile, stride, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d);
        Vector256<float> columnBias = Vector256.Load(ColumnBias + column);
        Write(a, row, column, columnBias);
        Write(b, row + 1, column, columnBias);
        Write(c, row + 2, column, columnBias);
        Write(d, row + 3, column, columnBias);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void WriteFour(float* tile, nint stride, int row, int column)
    {
        FourRows.Load(tile, stride, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d);
        Write(a, row, column);
        Write(b, row + 1, column);
        Write(c, row + 2, column);
        Write(d, row + 3, column);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Write(Vector256<float> sums, int row, int column, Vector256<float> columnBias)
    {
        float* target = Target + (row * LeadingDimension) + column;
        Vector256<float> value = sums * Alpha;
        if (Beta != 0f)
            value = Vector256.MultiplyAddEstimate(Vector256.Create(Beta), Vector256.Load(target), value);
        Vector256.Store(value + Vector256.Create(RowBias[row]) + columnBias, target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Write(Vector128<float> sums, int row, int column)
    {
        float* target = Target + (row * LeadingDimension) + column;
        Vector128<float> value = sums * Alpha;
        if (Beta != 0f)
            value = Vector128.MultiplyAddEstimate(Vector128.Create(Beta), Vector128.Load(target), value);
        Vector128.Store(value + Vector128.Create(RowBias[row]) + Vector128.Load(ColumnBias + column), target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Write(float sum, int row, int column)
    {
        float* target = Target + (row * LeadingDimension) + column;
        float value = sum * Alpha;
        if (Beta != 0f)
            value = float.MultiplyAddEstimate(Beta, *target, value);
        *target = value + RowBias[row] + ColumnBias[column];
    }

    private readonly void WriteRow(float* tile, int row, int columns)
    {
        int c = 0;
        for (; c + Quad <= columns; c += Quad)
            Write(Vector128.Load(tile + c), row, c);
        for (; c < columns; c++)
            Write(tile[c], row, c);
    }
}
