using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// Six rows by two vectors: 12 of 16 registers hold sums, two a row of the wide panel, one a broadcast number. The sums are locals, one by one, because only locals live in registers.
/// </summary>
internal static unsafe class MicroKernels256
{
    internal static MicroKernelSet Set { get; } = new(6, 4, 16)
    {
        Full = &Full,
        FullNarrowTail = &FullNarrowTail,
        Half = &Half,
        HalfNarrowTail = &HalfNarrowTail,
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Full(nint depth, float* narrow, float* wide, float* tile)
    {
        Vector256<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        Vector256<float> a4 = default, b4 = default, a5 = default, b5 = default;
        for (; depth > 0; depth--)
        {
            Vector256<float> left = Vector256.LoadAligned(wide), right = Vector256.LoadAligned(wide + 8);
            Add(narrow[0], left, right, ref a0, ref b0);
            Add(narrow[1], left, right, ref a1, ref b1);
            Add(narrow[2], left, right, ref a2, ref b2);
            Add(narrow[3], left, right, ref a3, ref b3);
            Add(narrow[4], left, right, ref a4, ref b4);
            Add(narrow[5], left, right, ref a5, ref b5);
            narrow += 6;
            wide += 16;
        }
        Store(tile + 0, a0, b0);
        Store(tile + 16, a1, b1);
        Store(tile + 32, a2, b2);
        Store(tile + 48, a3, b3);
        Store(tile + 64, a4, b4);
        Store(tile + 80, a5, b5);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FullNarrowTail(nint depth, float* narrow, float* wide, float* tile)
    {
        Vector256<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        for (; depth > 0; depth--)
        {
            Vector256<float> left = Vector256.LoadAligned(wide), right = Vector256.LoadAligned(wide + 8);
            Add(narrow[0], left, right, ref a0, ref b0);
            Add(narrow[1], left, right, ref a1, ref b1);
            Add(narrow[2], left, right, ref a2, ref b2);
            Add(narrow[3], left, right, ref a3, ref b3);
            narrow += 4;
            wide += 16;
        }
        Store(tile + 0, a0, b0);
        Store(tile + 16, a1, b1);
        Store(tile + 32, a2, b2);
        Store(tile + 48, a3, b3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Half(nint depth, float* narrow, float* wide, float* tile)
    {
        Vector256<float> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector256<float> a4 = default, a5 = default;
        for (; depth > 0; depth--)
        {
            Vector256<float> left = Vector256.LoadAligned(wide);
            Add(narrow[0], left, ref a0);
            Add(narrow[1], left, ref a1);
            Add(narrow[2], left, ref a2);
            Add(narrow[3], left, ref a3);
            Add(narrow[4], left, ref a4);
            Add(narrow[5], left, ref a5);
            narrow += 6;
            wide += 8;
        }
        Vector256.StoreAligned(a0, tile + 0);
        Vector256.StoreAligned(a1, tile + 8);
        Vector256.StoreAligned(a2, tile + 16);
        Vector256.StoreAligned(a3, tile + 24);
        Vector256.StoreAligned(a4, tile + 32);
        Vector256.StoreAligned(a5, tile + 40);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void HalfNarrowTail(nint depth, float* narrow, float* wide, float* tile)
    {
        Vector256<float> a0 = default, a1 = default, a2 = default, a3 = default;
        for (; depth > 0; depth--)
        {
            Vector256<float> left = Vector256.LoadAligned(wide);
            Add(narrow[0], left, ref a0);
            Add(narrow[1], left, ref a1);
            Add(narrow[2], left, ref a2);
            Add(narrow[3], left, ref a3);
            narrow += 4;
            wide += 8;
        }
        Vector256.StoreAligned(a0, tile + 0);
        Vector256.StoreAligned(a1, tile + 8);
        Vector256.StoreAligned(a2, tile + 16);
        Vector256.StoreAligned(a3, tile + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        float number, Vector256<float> left, Vector256<float> right, ref Vector256<float> leftSum, ref Vector256<float> rightSum)
    {
        Vector256<float> broadcast = Vector256.Create(number);
        leftSum = Vector256.MultiplyAddEstimate(broadcast, left, leftSum);
        rightSum = Vector256.MultiplyAddEstimate(broadcast, right, rightSum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float number, Vector256<float> vector, ref Vector256<float> sum) =>
        sum = Vector256.MultiplyAddEstimate(Vector256.Create(number), vector, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* tile, Vector256<float> left, Vector256<float> right)
    {
        Vector256.StoreAligned(left, tile);
        Vector256.StoreAligned(right, tile + 8);
    }
}
