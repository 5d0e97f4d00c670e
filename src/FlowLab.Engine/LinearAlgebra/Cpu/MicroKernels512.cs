using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// Twelve rows by two vectors: 24 of 32 registers hold sums, enough to hide the latency of the units, and every pair of loads feeds 24 operations. The sums are locals, one by one, because only locals live in registers.
/// </summary>
internal static unsafe class MicroKernels512
{
    internal static MicroKernelSet Set { get; } = new(12, 4, 32)
    {
        Full = &Full,
        FullNarrowTail = &FullNarrowTail,
        Half = &Half,
        HalfNarrowTail = &HalfNarrowTail,
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Full(nint depth, float* narrow, float* wide, float* tile)
    {
        Vector512<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        Vector512<float> a4 = default, b4 = default, a5 = default, b5 = default, a6 = default, b6 = default, a7 = default, b7 = default;
        Vector512<float> a8 = default, b8 = default, a9 = default, b9 = default, a10 = default, b10 = default, a11 = default, b11 = default;
        for (; depth > 0; depth--)
        {
            Vector512<float> left = Vector512.LoadAligned(wide), right = Vector512.LoadAligned(wide + 16);
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
        Store(tile + 0, a0, b0);
        Store(tile + 32, a1, b1);
        Store(tile + 64, a2, b2);
        Store(tile + 96, a3, b3);
        Store(tile + 128, a4, b4);
        Store(tile + 160, a5, b5);
        Store(tile + 192, a6, b6);
        Store(tile + 224, a7, b7);
        Store(tile + 256, a8, b8);
        Store(tile + 288, a9, b9);
        Store(tile + 320, a10, b10);
        Store(tile + 352, a11, b11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FullNarrowTail(nint depth, float* narrow, float* wide, float* tile)
    {
        Vector512<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        for (; depth > 0; depth--)
        {
            Vector512<float> left = Vector512.LoadAligned(wide), right = Vector512.LoadAligned(wide + 16);
            Add(narrow[0], left, right, ref a0, ref b0);
            Add(narrow[1], left, right, ref a1, ref b1);
            Add(narrow[2], left, right, ref a2, ref b2);
            Add(narrow[3], left, right, ref a3, ref b3);
            narrow += 4;
            wide += 32;
        }
        Store(tile + 0, a0, b0);
        Store(tile + 32, a1, b1);
        Store(tile + 64, a2, b2);
        Store(tile + 96, a3, b3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Half(nint depth, float* narrow, float* wide, float* tile)
    {
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector512<float> a4 = default, a5 = default, a6 = default, a7 = default;
        Vector512<float> a8 = default, a9 = default, a10 = default, a11 = default;
        for (; depth > 0; depth--)
        {
            Vector512<float> left = Vector512.LoadAligned(wide);
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
        Vector512.StoreAligned(a0, tile + 0);
        Vector512.StoreAligned(a1, tile + 16);
        Vector512.StoreAligned(a2, tile + 32);
        Vector512.StoreAligned(a3, tile + 48);
        Vector512.StoreAligned(a4, tile + 64);
        Vector512.StoreAligned(a5, tile + 80);
        Vector512.StoreAligned(a6, tile + 96);
        Vector512.StoreAligned(a7, tile + 112);
        Vector512.StoreAligned(a8, tile + 128);
        Vector512.StoreAligned(a9, tile + 144);
        Vector512.StoreAligned(a10, tile + 160);
        Vector512.StoreAligned(a11, tile + 176);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void HalfNarrowTail(nint depth, float* narrow, float* wide, float* tile)
    {
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
        for (; depth > 0; depth--)
        {
            Vector512<float> left = Vector512.LoadAligned(wide);
            Add(narrow[0], left, ref a0);
            Add(narrow[1], left, ref a1);
            Add(narrow[2], left, ref a2);
            Add(narrow[3], left, ref a3);
            narrow += 4;
            wide += 16;
        }
        Vector512.StoreAligned(a0, tile + 0);
        Vector512.StoreAligned(a1, tile + 16);
        Vector512.StoreAligned(a2, tile + 32);
        Vector512.StoreAligned(a3, tile + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        float number, Vector512<float> left, Vector512<float> right, ref Vector512<float> leftSum, ref Vector512<float> rightSum)
    {
        Vector512<float> broadcast = Vector512.Create(number);
        leftSum = Vector512.MultiplyAddEstimate(broadcast, left, leftSum);
        rightSum = Vector512.MultiplyAddEstimate(broadcast, right, rightSum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float number, Vector512<float> vector, ref Vector512<float> sum) =>
        sum = Vector512.MultiplyAddEstimate(Vector512.Create(number), vector, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* tile, Vector512<float> left, Vector512<float> right)
    {
        Vector512.StoreAligned(left, tile);
        Vector512.StoreAligned(right, tile + 16);
    }
}
