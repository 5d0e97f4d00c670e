using ILGPU.AtomicOperations;

namespace ILGPU;

public static partial class Atomic
{
    /// <summary>What atomics of floats are made of on devices that have none; they compare bits, so that NaN is equal to itself.</summary>
    private static class FloatOperations
    {
        internal readonly struct Sum : IAtomicOperation<float>
        {
            public float Operation(float current, float value) => current + value;
        }

        internal readonly struct Smaller : IAtomicOperation<float>
        {
            public float Operation(float current, float value) => MathF.Min(current, value);
        }

        internal readonly struct Larger : IAtomicOperation<float>
        {
            public float Operation(float current, float value) => MathF.Max(current, value);
        }

        internal readonly struct CompareExchange : ICompareExchangeOperation<float>
        {
            float ICompareExchangeOperation<float>.CompareExchange(ref float target, float compare, float value) =>
                Interlocked.CompareExchange(ref target, value, compare);

            public bool IsSame(float left, float right) => BitConverter.SingleToInt32Bits(left) == BitConverter.SingleToInt32Bits(right);
        }
    }
}
