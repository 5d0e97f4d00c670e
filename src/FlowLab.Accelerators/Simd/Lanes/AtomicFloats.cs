using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Atomic operations on floats, whose bits the memory holds: compared by bits, NaN is equal to itself.</summary>
internal static class AtomicFloats
{
    internal static float Apply(ref int target, float operand, AtomicOperation operation)
    {
        var found = Volatile.Read(ref target);
        int expected;
        do
        {
            expected = found;
            var next = Combine(BitConverter.Int32BitsToSingle(expected), operand, operation);
            found = Interlocked.CompareExchange(ref target, BitConverter.SingleToInt32Bits(next), expected);
        }
        while (found != expected);
        return BitConverter.Int32BitsToSingle(found);
    }

    private static float Combine(float found, float operand, AtomicOperation operation) => operation switch
    {
        AtomicOperation.Add => found + operand,
        AtomicOperation.Min => Math.Min(found, operand),
        AtomicOperation.Max => Math.Max(found, operand),
        AtomicOperation.Exchange => operand,
        _ => throw new InvalidOperationException($"Floats have no atomic {operation} of two operands."),
    };

    internal static double Apply(ref long target, double operand, AtomicOperation operation)
    {
        var found = Volatile.Read(ref target);
        long expected;
        do
        {
            expected = found;
            var next = Combine(BitConverter.Int64BitsToDouble(expected), operand, operation);
            found = Interlocked.CompareExchange(ref target, BitConverter.DoubleToInt64Bits(next), expected);
        }
        while (found != expected);
        return BitConverter.Int64BitsToDouble(found);
    }

    private static double Combine(double found, double operand, AtomicOperation operation) => operation switch
    {
        AtomicOperation.Add => found + operand,
        AtomicOperation.Min => Math.Min(found, operand),
        AtomicOperation.Max => Math.Max(found, operand),
        AtomicOperation.Exchange => operand,
        _ => throw new InvalidOperationException($"Floats have no atomic {operation} of two operands."),
    };
}
