using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Atomic operations on integers; the result is what the memory held before.</summary>
internal static class AtomicIntegers
{
    internal static int Apply(ref int target, int operand, AtomicOperation operation) => operation switch
    {
        AtomicOperation.Add => Interlocked.Add(ref target, operand) - operand,
        AtomicOperation.And => Interlocked.And(ref target, operand),
        AtomicOperation.Or => Interlocked.Or(ref target, operand),
        AtomicOperation.Exchange => Interlocked.Exchange(ref target, operand),
        _ => Replace(ref target, operand, operation),
    };

    private static int Replace(ref int target, int operand, AtomicOperation operation)
    {
        var found = Volatile.Read(ref target);
        int expected;
        do
        {
            expected = found;
            found = Interlocked.CompareExchange(ref target, Combine(expected, operand, operation), expected);
        }
        while (found != expected);
        return found;
    }

    private static int Combine(int found, int operand, AtomicOperation operation) => operation switch
    {
        AtomicOperation.Xor => found ^ operand,
        AtomicOperation.Min => Math.Min(found, operand),
        AtomicOperation.Max => Math.Max(found, operand),
        AtomicOperation.MinU => (int)Math.Min((uint)found, (uint)operand),
        AtomicOperation.MaxU => (int)Math.Max((uint)found, (uint)operand),
        _ => throw new InvalidOperationException($"Integers have no atomic {operation} of two operands."),
    };

    internal static long Apply(ref long target, long operand, AtomicOperation operation) => operation switch
    {
        AtomicOperation.Add => Interlocked.Add(ref target, operand) - operand,
        AtomicOperation.And => Interlocked.And(ref target, operand),
        AtomicOperation.Or => Interlocked.Or(ref target, operand),
        AtomicOperation.Exchange => Interlocked.Exchange(ref target, operand),
        _ => Replace(ref target, operand, operation),
    };

    private static long Replace(ref long target, long operand, AtomicOperation operation)
    {
        var found = Volatile.Read(ref target);
        long expected;
        do
        {
            expected = found;
            found = Interlocked.CompareExchange(ref target, Combine(expected, operand, operation), expected);
        }
        while (found != expected);
        return found;
    }

    private static long Combine(long found, long operand, AtomicOperation operation) => operation switch
    {
        AtomicOperation.Xor => found ^ operand,
        AtomicOperation.Min => Math.Min(found, operand),
        AtomicOperation.Max => Math.Max(found, operand),
        AtomicOperation.MinU => (long)Math.Min((ulong)found, (ulong)operand),
        AtomicOperation.MaxU => (long)Math.Max((ulong)found, (ulong)operand),
        _ => throw new InvalidOperationException($"Integers have no atomic {operation} of two operands."),
    };
}
