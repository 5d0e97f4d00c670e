namespace ILGPU.Tests.Cuda.Machine;

/// <summary>What an operand of an operation may be.</summary>
internal enum PtxRole
{
    /// <summary>A register that is written.</summary>
    Result,

    /// <summary>A register that is read.</summary>
    Source,

    /// <summary>A register or a number. The machine takes numbers only where LLVM's backend, whose output is known to assemble, has them too.</summary>
    SourceOrNumber,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A register in brackets, or a variable of the state space of the instruction.</summary>
    Address,

    /// <summary>A label.</summary>
    Label,

    /// <summary>What mov takes: a register, number, special register or variable.</summary>
    Anything,

    /// <summary>Two registers that are written.</summary>
    ResultPair,

    /// <summary>Two registers that are read.</summary>
    SourcePair,
}

/// <summary>An operand of an operation: its role and the type that the operation reads it as.</summary>
internal readonly record struct PtxSlot(PtxRole Role, PtxType Type, bool MayBeWider)
{
    private static readonly Dictionary<string, PtxRole> Roles = new()
    {
        ["d"] = PtxRole.Result, ["a"] = PtxRole.Source, ["i"] = PtxRole.SourceOrNumber, ["n"] = PtxRole.Number, ["m"] = PtxRole.Address,
        ["l"] = PtxRole.Label, ["x"] = PtxRole.Anything, ["dd"] = PtxRole.ResultPair, ["aa"] = PtxRole.SourcePair,
    };

    /// <summary>Slots as in <c>d.s32 a.s32 i.u32</c>; a plus sign allows wider registers.</summary>
    internal static PtxSlot[] Parse(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParseOne)];

    private static PtxSlot ParseOne(string text)
    {
        var parts = text.TrimEnd('+').Split('.');
        return new(Roles[parts[0]], parts.Length > 1 ? PtxType.Parse(parts[1]) : default, text.EndsWith('+'));
    }
}
