using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// Twelve rows by two vectors: 24 of 32 registers hold sums, enough to hide the latency of the units, and every pair of loads feeds 24 operations. The sums are locals, one by one, because only locals live in registers.
/// </summary>
internal static unsafe partial class MicroKernels512
{
    internal static MicroKernelSet Set { get; } = new(12, 4, 32)
    {
        Full = &Full,
        FullNarrowTail = &FullNarrowTail,
        Half = &Half,
        HalfNarrowTail = &HalfNarrowTail,
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Full(nint depth, float* narrow, float* wide, CacheHint* hint, TileOutput* output)
    {
        CacheHint lines = *hint;
        output->Fetch(12);
        Vector512<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        Vector512<float> a4 = default, b4 = default, a5 = default, b5 = default, a6 = default, b6 = default, a7 = default, b7 = default;
        Vector512<float> a8 = default, b8 = default, a9 = default, b9 = default, a10 = default, b10 = default, a11 = default, b11 = default;
        for (; depth > 0; depth--)
        {
            Vector512<float> left = Vector512.LoadAligned(wide), right = Vector512.LoadAligned(wide + 16);
            lines.Next();
            Add(narrow[0], left, right, ref a0, ref b0);
            Add(narrow[1], left, right, ref a1, ref b1);
            Add(narrow[2], left, right, ref a2, ref b2);
            Add(narrow[3], left, right, ref a3, ref b3);
            Add(narrow[4], left, right, ref a4, ref b4);
            Add(narrow[5], left, right, ref a5, ref b5);
            Add(narrow[6], left, right, ref a6, ref b6);
            Add(narrow[7], left, right, ref a7, ref b7);
            Add(narrow[8], left, right, ref a8, ref b8);
            Add(narrow[9], left, right, ref a9, ref b9);
            Add(narrow[10], left, right, ref a10, ref b10);
            Add(narrow[11], left, right, ref a11, ref b11);
            narrow += 12;
            wide += 32;
        }

        *hint = lines;
        Write(output, 0, a0, b0);
        Write(output, 1, a1, b1);
        Write(output, 2, a2, b2);
        Write(output, 3, a3, b3);
        Write(output, 4, a4, b4);
        Write(output, 5, a5, b5);
        Write(output, 6, a6, b6);
        Write(output, 7, a7, b7);
        Write(output, 8, a8, b8);
        Write(output, 9, a9, b9);
        Write(output, 10, a10, b10);
        Write(output, 11, a11, b11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FullNarrowTail(nint depth, float* narrow, float* wide, CacheHint* hint, TileOutput* output)
    {
        CacheHint lines = *hint;
        output->Fetch(4);
        Vector512<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        for (; depth > 0; depth--)
        {
            Vector512<float> left = Vector512.LoadAligned(wide), right = Vector512.LoadAligned(wide + 16);
            lines.Next();
            Add(narrow[0], left, right, ref a0, ref b0);
            Add(narrow[1], left, right, ref a1, ref b1);
            Add(narrow[2], left, right, ref a2, ref b2);
            Add(narrow[3], left, right, ref a3, ref b3);
            narrow += 4;
            wide += 32;
        }

        *hint = lines;
        Write(output, 0, a0, b0);
        Write(output, 1, a1, b1);
        Write(output, 2, a2, b2);
        Write(output, 3, a3, b3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Half(nint depth, float* narrow, float* wide, CacheHint* hint, TileOutput* output)
    {
        CacheHint lines = *hint;
        output->Fetch(12);
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector512<float> a4 = default, a5 = default, a6 = default, a7 = default;
        Vector512<float> a8 = default, a9 = default, a10 = default, a11 = default;
        for (; depth > 0; depth--)
        {
            Vector512<float> left = Vector512.LoadAligned(wide);
            lines.Next();
            Add(narrow[0], left, ref a0);
            Add(narrow[1], left, ref a1);
            Add(narrow[2], left, ref a2);
            Add(narrow[3], left, ref a3);
            Add(narrow[4], left, ref a4);
            Add(narrow[5], left, ref a5);
            Add(narrow[6], left, ref a6);
            Add(narrow[7], left, ref a7);
            Add(narrow[8], left, ref a8);
            Add(narrow[9], left, ref a9);
            Add(narrow[10], left, ref a10);
            Add(narrow[11], left, ref a11);
            narrow += 12;
            wide += 16;
        }

        *hint = lines;
        Write(output, 0, 0, a0);
        Write(output, 1, 0, a1);
        Write(output, 2, 0, a2);
        Write(output, 3, 0, a3);
        Write(output, 4, 0, a4);
        Write(output, 5, 0, a5);
        Write(output, 6, 0, a6);
        Write(output, 7, 0, a7);
        Write(output, 8, 0, a8);
        Write(output, 9, 0, a9);
        Write(output, 10, 0, a10);
        Write(output, 11, 0, a11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void HalfNarrowTail(nint depth, float* narrow, float* wide, CacheHint* hint, TileOutput* output)
    {
        CacheHint lines = *hint;
        output->Fetch(4);
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
        for (; depth > 0; depth--)
        {
            Vector512<float> left = Vector512.LoadAligned(wide);
            lines.Next();
            Add(narrow[0], left, ref a0);
            Add(narrow[1], left, ref a1);
            Add(narrow[2], left, ref a2);
            Add(narrow[3], left, ref a3);
            narrow += 4;
            wide += 16;
        }

        *hint = lines;
        Write(output, 0, 0, a0);
        Write(output, 1, 0, a1);
        Write(output, 2, 0, a2);
        Write(output, 3, 0, a3);
    }
}
