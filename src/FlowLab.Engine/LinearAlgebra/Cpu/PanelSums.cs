using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>Sums along the depth of a panel that was just packed and so lies in the nearest cache.</summary>
internal static unsafe class PanelSums
{
    /// <summary>
    /// sums[p] = (0 or sums[p]) + panel[0, p] + panel[1, p] + ..., one after the other in the order of the depth: the bits do not depend on the width
    /// of vectors or on how the depth is cut into blocks.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add(float* panel, PanelSpan span, int depth, float* sums, bool isFirst)
    {
        if (isFirst)
            new Span<float>(sums, span.Used).Clear();
        int p = 0;
        for (; p + (2 * Vector512<float>.Count) <= span.Used; p += 2 * Vector512<float>.Count)
            AddPair(panel + p, span.Width, depth, sums + p);
        for (; p + Vector256<float>.Count <= span.Used; p += Vector256<float>.Count)
            AddEight(panel + p, span.Width, depth, sums + p);
        for (; p + Vector128<float>.Count <= span.Used; p += Vector128<float>.Count)
            AddFour(panel + p, span.Width, depth, sums + p);
        for (; p < span.Used; p++)
            AddOne(panel + p, span.Width, depth, sums + p);
    }

    private static void AddPair(float* panel, nint width, int depth, float* sums)
    {
        Vector512<float> left = Vector512.Load(sums), right = Vector512.Load(sums + Vector512<float>.Count);
        for (; depth > 0; depth--, panel += width)
        {
            left += Vector512.Load(panel);
            right += Vector512.Load(panel + Vector512<float>.Count);
        }

        Vector512.Store(left, sums);
        Vector512.Store(right, sums + Vector512<float>.Count);
    }

    private static void AddEight(float* panel, nint width, int depth, float* sums)
    {
        Vector256<float> sum = Vector256.Load(sums);
        for (; depth > 0; depth--, panel += width)
            sum += Vector256.Load(panel);
        Vector256.Store(sum, sums);
    }

    private static void AddFour(float* panel, nint width, int depth, float* sums)
    {
        Vector128<float> sum = Vector128.Load(sums);
        for (; depth > 0; depth--, panel += width)
            sum += Vector128.Load(panel);
        Vector128.Store(sum, sums);
    }

    private static void AddOne(float* panel, nint width, int depth, float* sums)
    {
        float sum = *sums;
        for (; depth > 0; depth--, panel += width)
            sum += *panel;
        *sums = sum;
    }
}
