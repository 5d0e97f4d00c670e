using System.Numerics;

namespace FlowLab.Accelerators.Simd;

/// <summary>Divisions of integers: lanes that are active fault as C# does, others compute nothing. The quotient replaces the first operand.</summary>
internal static unsafe class LaneDivision
{
    internal static void DivS(int* left, int* right, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            left[lane] /= right[lane];
        }
    }

    internal static void DivS(long* left, long* right, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            left[lane] /= right[lane];
        }
    }

    internal static void DivU(int* left, int* right, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            left[lane] = (int)((uint)left[lane] / (uint)right[lane]);
        }
    }

    internal static void DivU(long* left, long* right, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            left[lane] = (long)((ulong)left[lane] / (ulong)right[lane]);
        }
    }

    internal static void RemS(int* left, int* right, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            left[lane] %= right[lane];
        }
    }

    internal static void RemS(long* left, long* right, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            left[lane] %= right[lane];
        }
    }

    internal static void RemU(int* left, int* right, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            left[lane] = (int)((uint)left[lane] % (uint)right[lane]);
        }
    }

    internal static void RemU(long* left, long* right, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            left[lane] = (long)((ulong)left[lane] % (ulong)right[lane]);
        }
    }
}
