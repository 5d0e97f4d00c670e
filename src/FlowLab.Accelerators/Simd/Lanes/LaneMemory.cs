using System.Numerics;

namespace FlowLab.Accelerators.Simd;

/// <summary>Memory that every lane has an address of its own in; only active lanes, those whose bit is set, touch it. The lower lane goes first.</summary>
internal static unsafe class LaneMemory
{
    internal static void Load8(int* results, long* addresses, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            results[lane] = *(sbyte*)addresses[lane];
        }
    }

    internal static void Load16(int* results, long* addresses, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            results[lane] = *(short*)addresses[lane];
        }
    }

    internal static void Store8(int* values, long* addresses, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            *(sbyte*)addresses[lane] = (sbyte)values[lane];
        }
    }

    /// <summary>A truth value is -1 in a lane, and 1 in memory.</summary>
    internal static void StoreTruth(int* values, long* addresses, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            *(sbyte*)addresses[lane] = (sbyte)-values[lane];
        }
    }

    internal static void Store16(int* values, long* addresses, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            *(short*)addresses[lane] = (short)values[lane];
        }
    }

    internal static void Store32(int* values, long* addresses, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            *(int*)addresses[lane] = values[lane];
        }
    }

    internal static void Store64(long* values, long* addresses, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            *(long*)addresses[lane] = values[lane];
        }
    }
}
