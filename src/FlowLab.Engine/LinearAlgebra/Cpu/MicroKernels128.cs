using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// Eight rows by two vectors: 16 of 32 registers hold sums. The sums are locals, one by one, because only locals live in registers.
/// </summary>
internal static unsafe class MicroKernels128
{
    internal static MicroKernelSet Set { get; } = new(8, 4, 8)
    {
        Full = &Full,
        FullNarrowTail = &FullNarrowTail,
        Half = &Half,
        HalfNarrowTail = &HalfNarrowTail,
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Full(nint depth, float* narrow, float* wide, float* tile)
    {
        Vector128<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        Vector128<float> a4 = default, b4 = default, a5 = default, b5 = default, a6 = default, b6 = default, a7 = default, b7 = default;
        for (; depth > 0; depth--)
        {
            Vector128<float> left = Vector128.LoadAligned(wide), right = Vector128.LoadAligned(wide + 4);
            Add(narrow[0], left, right, ref a0, ref b0);
            Add(narrow[1], left, right, ref a1, ref b1);
            Add(narrow[2], left, right, ref a2, ref b2);
            Add(narrow[3], left, right, ref a3, ref b3);
            Add(narrow[4], left, right, ref a4, ref b4);
            Add(narrow[5], left, right, ref a5, ref b5);
            Add(narrow[6], left, right, ref a6, ref b6);
            Add(narrow[7], left, right, ref a7, ref b7);
            narrow += 8;
            wide += 8;
        }
        Store(tile + 0, a0, b0);
        Store(tile + 8, a1, b1);
        Store(tile + 16, a2, b2);
        Store(tile + 24, a3, b3);
        Store(tile + 32, a4, b4);
        Store(tile + 40, a5, b5);
        Store(tile + 48, a6, b6);
        Store(tile + 56, a7, b7);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FullNarrowTail(nint depth, float* narrow, float* wide, float* tile)
    {
        Vector128<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        for (; depth > 0; depth--)
        {
            Vector128<float> left = Vector128.LoadAligned(wide), right = Vector128.LoadAligned(wide + 4);
            Add(narrow[0], left, right, ref a0, ref b0);
            Add(narrow[1], left, right, ref a1, ref b1);
            Add(narrow[2], left, right, ref a2, ref b2);
            Add(narrow[3], left, right, ref a3, ref b3);
            narrow += 4;
            wide += 8;
        }
        Store(tile + 0, a0, b0);
        Store(tile + 8, a1, b1);
        Store(tile + 16, a2, b2);
        Store(tile + 24, a3, b3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Half(nint depth, float* narrow, float* wide, float* tile)
    {
        Vector128<float> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector128<float> a4 = default, a5 = default, a6 = default, a7 = default;
        for (; depth > 0; depth--)
        {
            Vector128<float> left = Vector128.LoadAligned(wide);
            Add(narrow[0], left, ref a0);
            Add(narrow[1], left, ref a1);
            Add(narrow[2], left, ref a2);
            Add(narrow[3], left, ref a3);
            Add(narrow[4], left, ref a4);
            Add(narrow[5], left, ref a5);
            Add(narrow[6], left, ref a6);
            Add(narrow[7], left, ref a7);
            narrow += 8;
            wide += 4;
        }
        Vector128.StoreAligned(a0, tile + 0);
        Vector128.StoreAligned(a1, tile + 4);
        Vector128.StoreAligned(a2, tile + 8);
        Vector128.StoreAligned(a3, tile + 12);
        Vector128.StoreAligned(a4, tile + 16);
        Vector128.StoreAligned(a5, tile + 20);
        Vector128.StoreAligned(a6, tile + 24);
        Vector128.StoreAligned(a7, tile + 28);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void HalfNarrowTail(nint depth, float* narrow, float* wide, float* tile)
    {
        Vector128<float> a0 = default, a1 = default, a2 = default, a3 = default;
        for (; depth > 0; depth--)
        {
            Vector128<float> left = Vector128.LoadAligned(wide);
            Add(narrow[0], left, ref a0);
            Add(narrow[1], left, ref a1);
            Add(narrow[2], left, ref a2);
            Add(narrow[3], left, ref a3);
            narrow += 4;
            wide += 4;
        }
        Vector128.StoreAligned(a0, tile + 0);
        Vector128.StoreAligned(a1, tile + 4);
        Vector128.StoreAligned(a2, tile + 8);
        Vector128.StoreAligned(a3, tile + 12);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        float number, Vector128<float> left, Vector128<float> right, ref Vector128<float> leftSum, ref Vector128<float> rightSum)
    {
        Vector128<float> broadcast = Vector128.Create(number);
        leftSum = Vector128.MultiplyAddEstimate(broadcast, left, leftSum);
        rightSum = Vector128.MultiplyAddEstimate(broadcast, right, rightSum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float number, Vector128<float> vector, ref Vector128<float> sum) =>
        sum = Vector128.MultiplyAddEstimate(Vector128.Create(number), vector, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* tile, Vector128<float> left, Vector128<float> right)
    {
        Vector128.StoreAligned(left, tile);
        Vector128.StoreAligned(right, tile + 4);
    }
}
