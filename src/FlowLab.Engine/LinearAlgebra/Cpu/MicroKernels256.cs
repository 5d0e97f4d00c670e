using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// Six rows by two vectors: 12 of 16 registers hold sums, two a row of the wide panel, one a broadcast number. The sums are locals, one by one, because only locals live in registers.
/// </summary>
internal static unsafe partial class MicroKernels256
{
    internal static MicroKernelSet Set { get; } = new(6, 4, 16)
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
        output->Fetch(6);
        Vector256<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        Vector256<float> a4 = default, b4 = default, a5 = default, b5 = default;
        for (; depth > 0; depth--)
        {
            Vector256<float> left = Vector256.LoadAligned(wide), right = Vector256.LoadAligned(wide + 8);
            lines.Next();
            Add(narrow[0], left, right, ref a0, ref b0);
            Add(narrow[1], left, right, ref a1, ref b1);
            Add(narrow[2], left, right, ref a2, ref b2);
            Add(narrow[3], left, right, ref a3, ref b3);
            Add(narrow[4], left, right, ref a4, ref b4);
            Add(narrow[5], left, right, ref a5, ref b5);
            narrow += 6;
            wide += 16;
        }

        *hint = lines;
        Write(output, 0, a0, b0);
        Write(output, 1, a1, b1);
        Write(output, 2, a2, b2);
        Write(output, 3, a3, b3);
        Write(output, 4, a4, b4);
        Write(output, 5, a5, b5);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FullNarrowTail(nint depth, float* narrow, float* wide, CacheHint* hint, TileOutput* output)
    {
        CacheHint lines = *hint;
        output->Fetch(4);
        Vector256<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        for (; depth > 0; depth--)
        {
            Vector256<float> left = Vector256.LoadAligned(wide), right = Vector256.LoadAligned(wide + 8);
            lines.Next();
            Add(narrow[0], left, right, ref a0, ref b0);
            Add(narrow[1], left, right, ref a1, ref b1);
            Add(narrow[2], left, right, ref a2, ref b2);
            Add(narrow[3], left, right, ref a3, ref b3);
            narrow += 4;
            wide += 16;
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
        output->Fetch(6);
        Vector256<float> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector256<float> a4 = default, a5 = default;
        for (; depth > 0; depth--)
        {
            Vector256<float> left = Vector256.LoadAligned(wide);
            lines.Next();
            Add(narrow[0], left, ref a0);
            Add(narrow[1], left, ref a1);
            Add(narrow[2], left, ref a2);
            Add(narrow[3], left, ref a3);
            Add(narrow[4], left, ref a4);
            Add(narrow[5], left, ref a5);
            narrow += 6;
            wide += 8;
        }

        *hint = lines;
        Write(output, 0, 0, a0);
        Write(output, 1, 0, a1);
        Write(output, 2, 0, a2);
        Write(output, 3, 0, a3);
        Write(output, 4, 0, a4);
        Write(output, 5, 0, a5);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void HalfNarrowTail(nint depth, float* narrow, float* wide, CacheHint* hint, TileOutput* output)
    {
        CacheHint lines = *hint;
        output->Fetch(4);
        Vector256<float> a0 = default, a1 = default, a2 = default, a3 = default;
        for (; depth > 0; depth--)
        {
            Vector256<float> left = Vector256.LoadAligned(wide);
            lines.Next();
            Add(narrow[0], left, ref a0);
            Add(narrow[1], left, ref a1);
            Add(narrow[2], left, ref a2);
            Add(narrow[3], left, ref a3);
            narrow += 4;
            wide += 8;
        }

        *hint = lines;
        Write(output, 0, 0, a0);
        Write(output, 1, 0, a1);
        Write(output, 2, 0, a2);
        Write(output, 3, 0, a3);
    }
}
