using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>Brings the elements of a panel into the order in which micro-kernels read them, with zeros for those that do not exist.</summary>
internal static unsafe class PanelPacking
{
    private const int Quad = 4;

    /// <summary>A run along the depth whose rows of the target stay in the first-level cache while they are filled piece by piece.</summary>
    private const int Run = 16;

    /// <summary>
    /// target[d * width + p] = source[d * stride + p] for panels of equal width, one after the other: their elements lie side by side already. A row
    /// of all panels is read at once, since what lies side by side comes from memory at less than half the cost of what does not.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Copy(float* source, nint stride, int panels, int used, int depth, float* target, int width)
    {
        nint panelLength = (nint)depth * width;
        for (; depth > 0; depth--)
        {
            for (int panel = 0; panel < panels; panel++)
                CopyRow(source + (panel * width), used, target + (panel * panelLength), width);
            source += stride;
            target += width;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyRow(float* source, int used, float* target, int width)
    {
        int p = 0;
        for (; p + Vector512<float>.Count <= used; p += Vector512<float>.Count)
            Vector512.Store(Vector512.Load(source + p), target + p);
        for (; p + Quad <= used; p += Quad)
            Vector128.Store(Vector128.Load(source + p), target + p);
        for (; p < used; p++)
            target[p] = source[p];
        for (; p < width; p++)
            target[p] = 0f;
    }

    /// <summary>target[d * width + p] = source[p * stride + d]: the depth lies side by side. From used on up to the width there are zeros.</summary>
    internal static void Transpose(float* source, nint stride, int used, int depth, float* target, int width) =>
        Transpose(source, stride, used, depth, target, width, width);

    /// <summary>The same with zeros only up to <paramref name="filled"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Transpose(float* source, nint stride, int used, int depth, float* target, nint width, int filled)
    {
        while (depth > 0)
        {
            int run = Math.Min(depth, Run);
            int p = 0;
            if (SixteenRows.IsFast)
            {
                for (; p + SixteenRows.Rows <= used; p += SixteenRows.Rows)
                    TransposeRows<SixteenRows>(source + (p * stride), stride, run, target + p, width);
            }
            if (EightRows.IsFast)
            {
                for (; p + EightRows.Rows <= used; p += EightRows.Rows)
                    TransposeRows<EightRows>(source + (p * stride), stride, run, target + p, width);
            }
            for (; p + FourRows.Rows <= used; p += FourRows.Rows)
                TransposeRows<FourRows>(source + (p * stride), stride, run, target + p, width);
            for (; p < filled; p++)
                TransposeRow(p < used ? source + (p * stride) : null, run, target + p, width);
            source += run;
            target += run * width;
            depth -= run;
        }
    }

    /// <summary>As many rows of the source as the blocks take at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeRows<TRows>(float* source, nint stride, int run, float* target, nint width)
        where TRows : ITransposedRows
    {
        int d = 0;
        for (; d + Quad <= run; d += Quad)
        {
            TRows.Transpose(source + d, stride, target, width);
            target += Quad * width;
        }

        for (; d < run; d++)
        {
            for (int row = 0; row < TRows.Rows; row++)
                target[row] = source[d + (row * stride)];
            target += width;
        }
    }

    private static void TransposeRow(float* source, int run, float* target, nint width)
    {
        for (int d = 0; d < run; d++)
            target[d * width] = source is null ? 0f : source[d];
    }
}
