namespace ILGPU.Tests.Cuda.Machine;

/// <summary>One instruction, checked against the table of operations.</summary>
internal sealed class PtxInstruction(PtxOperation operation, PtxRegister? guard, bool isNegated, PtxOperand[] operands, string text)
{
    internal PtxOperation Operation { get; } = operation;

    /// <summary>The predicate for which it is executed.</summary>
    internal PtxRegister? Guard { get; } = guard;

    internal bool IsNegated { get; } = isNegated;

    internal PtxOperand[] Operands { get; } = operands;

    /// <summary>The instruction that a branch goes to.</summary>
    internal int Target { get; set; } = -1;

    public override string ToString() => text;
}
