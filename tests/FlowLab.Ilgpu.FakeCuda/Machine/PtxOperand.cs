namespace ILGPU.Tests.Cuda.Machine;

/// <summary>An operand of an instruction.</summary>
internal abstract record PtxOperand;

/// <summary>A virtual register; the slot is its place in the register file of a thread.</summary>
internal sealed record PtxRegister(string Name, PtxType Type, int Slot) : PtxOperand
{
    public override string ToString() => Name;
}

/// <summary>A number as it is written; its bits depend on the type of the instruction.</summary>
internal sealed record PtxNumber(string Text) : PtxOperand
{
    public override string ToString() => Text;
}

/// <summary>A special register such as %tid.x.</summary>
internal sealed record PtxSpecial(string Name) : PtxOperand
{
    public override string ToString() => Name;
}

/// <summary>A variable, parameter or label.</summary>
internal sealed record PtxName(string Name) : PtxOperand
{
    public override string ToString() => Name;
}

/// <summary>A register, variable or parameter in brackets, with an offset in bytes.</summary>
internal sealed record PtxAddress(PtxOperand Base, long Offset) : PtxOperand
{
    public override string ToString() => $"[{Base}+{Offset}]";
}

/// <summary>Two registers in braces, the low half first.</summary>
internal sealed record PtxPair(PtxRegister Low, PtxRegister High) : PtxOperand
{
    public override string ToString() => $"{{{Low}, {High}}}";
}
