using ILGPU.AtomicOperations;

namespace ILGPU;

public static partial class Atomic
{
    /// <summary>What atomics of doubles are made of on devices that have none; they compare bits, so that NaN is equal to itself.</summary>
    private static class DoubleOperations
    {
        internal readonly struct Sum : IAtomicOperation<double>
        {
            public double Operation(double current, double value) => current + value;
        }

        internal readonly struct Smaller : IAtomicOperation<double>
        {
            public double Operation(double current, double value) => Math.Min(current, value);
        }

        internal readonly struct Larger : IAtomicOperation<double>
        {
            public double Operation(double current, double value) => Math.Max(current, value);
        }

        internal readonly struct CompareExchange : ICompareExchangeOperation<double>
        {
            double ICompareExchangeOperation<double>.CompareExchange(ref double target, double compare, double value) =>
                Interlocked.CompareExchange(ref target, value, compare);

            public bool IsSame(double left, double right) => BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right);
        }
    }
}
