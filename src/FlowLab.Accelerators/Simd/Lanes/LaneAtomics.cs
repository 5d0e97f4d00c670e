using System.Numerics;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Atomic operations of the active lanes, the lower lane first. What memory held before replaces the first operand.</summary>
internal static unsafe class LaneAtomics
{
    internal static void Apply(int* operands, long* addresses, int active, AtomicOperation operation)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            operands[lane] = AtomicIntegers.Apply(ref *(int*)addresses[lane], operands[lane], operation);
        }
    }

    internal static void Apply(long* operands, long* addresses, int active, AtomicOperation operation)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            operands[lane] = AtomicIntegers.Apply(ref *(long*)addresses[lane], operands[lane], operation);
        }
    }

    internal static void Apply(float* operands, long* addresses, int active, AtomicOperation operation)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            operands[lane] = AtomicFloats.Apply(ref *(int*)addresses[lane], operands[lane], operation);
        }
    }

    internal static void Apply(double* operands, long* addresses, int active, AtomicOperation operation)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            operands[lane] = AtomicFloats.Apply(ref *(long*)addresses[lane], operands[lane], operation);
        }
    }

    internal static void CompareExchange(int* expected, int* values, long* addresses, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            expected[lane] = Interlocked.CompareExchange(ref *(int*)addresses[lane], values[lane], expected[lane]);
        }
    }

    internal static void CompareExchange(long* expected, long* values, long* addresses, int active)
    {
        for (; active != 0; active &= active - 1)
        {
            var lane = BitOperations.TrailingZeroCount(active);
            expected[lane] = Interlocked.CompareExchange(ref *(long*)addresses[lane], values[lane], expected[lane]);
        }
    }
}
