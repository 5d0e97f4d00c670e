using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>Where a tile goes: target = Alpha tile + Beta target + row bias + column bias.</summary>
internal unsafe struct TileOutput
{
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

    private readonly void WriteRow(float* tile, int row, int columns)
    {
        float* target = Target + (row * LeadingDimension);
        Vector128<float> rowBias = Vector128.Create(RowBias[row]);
        int c = 0;
        for (; c + Vector128<float>.Count <= columns; c += Vector128<float>.Count)
        {
            Vector128<float> value = Vector128.Load(tile + c) * Alpha;
            if (Beta != 0f)
                value = Vector128.MultiplyAddEstimate(Vector128.Create(Beta), Vector128.Load(target + c), value);
            Vector128.Store(value + rowBias + Vector128.Load(ColumnBias + c), target + c);
        }

        for (; c < columns; c++)
        {
            float value = tile[c] * Alpha;
            if (Beta != 0f)
                value = float.MultiplyAddEstimate(Beta, target[c], value);
            target[c] = value + RowBias[row] + ColumnBias[c];
        }
    }
}
