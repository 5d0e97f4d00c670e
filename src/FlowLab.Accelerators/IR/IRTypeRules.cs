namespace FlowLab.Accelerators.IR;

/// <summary>Which types the operands and the result of an opcode may have.</summary>
internal static class IRTypeRules
{
    /// <summary>What is wrong with the types of a value, or null.</summary>
    internal static string? FaultOf(IRValue value)
    {
        var count = value.Opcode.OperandCount;
        if (count >= 0 && value.Operands.Count != count)
            return $"{count} operands expected";
        return IsRight(value, [.. value.Operands.Select(operand => operand.Type)]) ? null : "types do not fit the operation";
    }

    private static bool IsRight(IRValue value, IRType[] operands) => value.Opcode switch
    {
        IROpcode.Phi => operands.All(type => type == value.Type),
        IROpcode.Add or IROpcode.Sub or IROpcode.Mul or IROpcode.DivS or IROpcode.RemS or IROpcode.Neg =>
            IsNumber(value.Type) && operands.All(type => type == value.Type),
        IROpcode.DivU or IROpcode.RemU => value.Type.IsWideInteger && operands.All(type => type == value.Type),
        IROpcode.And or IROpcode.Or or IROpcode.Xor or IROpcode.Not =>
            (value.Type.IsWideInteger || value.Type == IRType.Bool) && operands.All(type => type == value.Type),
        IROpcode.Shl or IROpcode.ShrS or IROpcode.ShrU =>
            value.Type.IsWideInteger && operands[0] == value.Type && operands[1] == IRType.Int32,
        IROpcode.Select => operands[0] == IRType.Bool && operands[1] == value.Type && operands[2] == value.Type,
        IROpcode.SExt => value.Type.IsInteger && operands[0].IsInteger && operands[0].SizeInBytes < value.Type.SizeInBytes,
        IROpcode.ZExt => value.Type.IsInteger
            && (operands[0] == IRType.Bool || (operands[0].IsInteger && operands[0].SizeInBytes < value.Type.SizeInBytes)),
        IROpcode.Trunc => value.Type.IsInteger && operands[0].IsWideInteger && operands[0].SizeInBytes > value.Type.SizeInBytes,
        IROpcode.SToF or IROpcode.UToF => value.Type.IsFloat && operands[0].IsWideInteger,
        IROpcode.FToS or IROpcode.FToU => value.Type.IsWideInteger && operands[0].IsFloat,
        IROpcode.FToF => value.Type.IsFloat && operands[0].IsFloat && operands[0] != value.Type,
        IROpcode.BitCast => IsNumber(value.Type) && IsNumber(operands[0]) && value.Type.IsFloat != operands[0].IsFloat
            && value.Type.SizeInBytes == operands[0].SizeInBytes,
        IROpcode.Element => value.Type == IRType.Pointer && operands[0] == IRType.Pointer && operands[1].IsWideInteger,
        IROpcode.Load => operands[0] == IRType.Pointer && IsStorable(value.Type) && value.Alignment > 0,
        IROpcode.Store => value.Type == IRType.Void && operands[0] == IRType.Pointer && IsStorable(operands[1]) && value.Alignment > 0,
        IROpcode.Math => value.Method is not null && value.Function != MathFunction.None && operands.Length is >= 1 and <= 3,
        IROpcode.Allocation => value.Type == IRType.Pointer && value.Allocation is not null,
        IROpcode.Atomic => IsNumber(value.Type) && operands.Length == (value.Atomic == AtomicOperation.CompareExchange ? 3 : 2)
            && operands[0] == IRType.Pointer && operands.Skip(1).All(type => type == value.Type),
        IROpcode.Shuffle => IsNumber(value.Type) && operands[0] == value.Type && operands[1] == IRType.Int32 && operands[2] == IRType.Int32,
        IROpcode.Barrier => value.Type == IRType.Void && value.Scope is IRScope.Warp or IRScope.Group,
        IROpcode.Fence => value.Type == IRType.Void,
        IROpcode.Check => value.Type == IRType.Void && value.ViewName is not null && operands.All(type => type == IRType.Int64),
        _ when value.Opcode.IsComparison => value.Type == IRType.Bool && operands[0] == operands[1] && IsNumber(operands[0]),
        _ => false,
    };

    private static bool IsNumber(IRType type) => type.IsWideInteger || type.IsFloat;

    private static bool IsStorable(IRType type) => type.IsInteger || type.IsFloat;
}
