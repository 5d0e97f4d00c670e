using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>What atomic operations store.</summary>
internal static class IRAtomics
{
    /// <summary>Runs one as the interpreter, whose threads take turns.</summary>
    /// <returns>What the memory held before.</returns>
    internal static long Run(IRValue value, ReadOnlySpan<long> operands)
    {
        var old = IRMemory.Load(operands[0], value.Type);
        if (value.Atomic != AtomicOperation.CompareExchange)
            IRMemory.Store(operands[0], value.Type, Combine(value.Atomic, value.Type, old, operands[1]));
        else if (old == operands[1])
            IRMemory.Store(operands[0], value.Type, operands[2]);
        return old;
    }

    private static long Combine(AtomicOperation operation, IRType type, long old, long operand) => (operation, type) switch
    {
        (AtomicOperation.Exchange, _) => operand,
        (AtomicOperation.Add, IRType.Float32) => IREvaluator.Of(IREvaluator.Float(old) + IREvaluator.Float(operand)),
        (AtomicOperation.Min, IRType.Float32) => IREvaluator.Of(MathF.Min(IREvaluator.Float(old), IREvaluator.Float(operand))),
        (AtomicOperation.Max, IRType.Float32) => IREvaluator.Of(MathF.Max(IREvaluator.Float(old), IREvaluator.Float(operand))),
        (AtomicOperation.Add, IRType.Float64) => IREvaluator.Of(IREvaluator.Double(old) + IREvaluator.Double(operand)),
        (AtomicOperation.Min, IRType.Float64) => IREvaluator.Of(Math.Min(IREvaluator.Double(old), IREvaluator.Double(operand))),
        (AtomicOperation.Max, IRType.Float64) => IREvaluator.Of(Math.Max(IREvaluator.Double(old), IREvaluator.Double(operand))),
        (AtomicOperation.Add, _) => old + operand,
        (AtomicOperation.And, _) => old & operand,
        (AtomicOperation.Or, _) => old | operand,
        (AtomicOperation.Xor, _) => old ^ operand,
        (AtomicOperation.Min, _) => Math.Min(old, operand),
        (AtomicOperation.Max, _) => Math.Max(old, operand),
        (AtomicOperation.MinU, _) => (long)Math.Min((ulong)old, (ulong)operand),
        (AtomicOperation.MaxU, _) => (long)Math.Max((ulong)old, (ulong)operand),
        _ => throw new InvalidOperationException($"The atomic operation {operation} combines nothing of {type}."),
    };
}
