namespace FlowLab.Accelerators.IR;

internal static partial class IRSimplifier
{
    /// <summary>The comparison that is true where another one is false, NaN included.</summary>
    internal static IROpcode Negation(IRValue comparison)
    {
        var isFloat = comparison.OperandType.IsFloat;
        return comparison.Opcode switch
        {
            IROpcode.CmpEq => IROpcode.CmpNe,
            IROpcode.CmpNe => IROpcode.CmpEq,
            IROpcode.CmpLtS => isFloat ? IROpcode.CmpGeU : IROpcode.CmpGeS,
            IROpcode.CmpLtU => isFloat ? IROpcode.CmpGeS : IROpcode.CmpGeU,
            IROpcode.CmpLeS => isFloat ? IROpcode.CmpGtU : IROpcode.CmpGtS,
            IROpcode.CmpLeU => isFloat ? IROpcode.CmpGtS : IROpcode.CmpGtU,
            IROpcode.CmpGtS => isFloat ? IROpcode.CmpLeU : IROpcode.CmpLeS,
            IROpcode.CmpGtU => isFloat ? IROpcode.CmpLeS : IROpcode.CmpLeU,
            IROpcode.CmpGeS => isFloat ? IROpcode.CmpLtU : IROpcode.CmpLtS,
            IROpcode.CmpGeU => isFloat ? IROpcode.CmpLtS : IROpcode.CmpLtU,
            _ => throw new ArgumentException($"{comparison.Opcode} is no comparison.", nameof(comparison)),
        };
    }

    /// <summary>Comparisons of a Bool that became an integer go back to the Bool; equal integers compare as equal.</summary>
    private static IRValue? Comparison(IRKernel kernel, IRValue value, Func<IRValue, IRValue> emit)
    {
        var (left, right) = (value.Operands[0], value.Operands[1]);
        if (left == right && !left.Type.IsFloat)
            return kernel.Const(value.Opcode is IROpcode.CmpEq or IROpcode.CmpLeS or IROpcode.CmpLeU or IROpcode.CmpGeS or IROpcode.CmpGeU);
        if (!right.IsConst)
            return null;
        if (left.Opcode == IROpcode.ZExt && left.OperandType == IRType.Bool)
            return ComparisonOfBool(kernel, value, left.Operands[0], right.Bits, emit);
        if (left.Type == IRType.Bool)
            return ComparisonOfBool(kernel, value, left, right.Bits, emit);

        // Unsigned: nothing is below 0, and above 0 means not 0.
        return right.Bits != 0 || left.Type.IsFloat ? null : value.Opcode switch
        {
            IROpcode.CmpLtU => kernel.Const(false),
            IROpcode.CmpGeU => kernel.Const(true),
            IROpcode.CmpGtU => emit(new(IROpcode.CmpNe, IRType.Bool, left, right) { Location = value.Location }),
            IROpcode.CmpLeU => emit(new(IROpcode.CmpEq, IRType.Bool, left, right) { Location = value.Location }),
            _ => null,
        };
    }

    private static IRValue ComparisonOfBool(IRKernel kernel, IRValue value, IRValue condition, long constant, Func<IRValue, IRValue> emit)
    {
        var ifFalse = IREvaluator.Evaluate(value, [0, constant]) != 0;
        var ifTrue = IREvaluator.Evaluate(value, [1, constant]) != 0;
        if (ifFalse == ifTrue)
            return kernel.Const(ifTrue);
        return ifTrue ? condition : emit(new(IROpcode.Not, IRType.Bool, condition) { Location = value.Location });
    }

    /// <summary>Extensions and truncations: nothing to do, or two in one.</summary>
    private static IRValue? Integer(IRValue value, Func<IRValue, IRValue> emit)
    {
        var operand = value.Operands[0];
        if (operand.Type == value.Type)
            return operand;
        if (value.Opcode == IROpcode.Trunc)
            return TruncOf(value, operand, emit);

        // Extending what was extended: zeros on top stay zeros, copies of the sign stay such.
        var isSame = operand.Opcode == value.Opcode || (operand.Opcode == IROpcode.ZExt && value.Opcode == IROpcode.SExt);
        return isSame
            ? emit(new(operand.Opcode, value.Type, operand.Operands[0]) { Location = value.Location })
            : null;
    }

    private static IRValue? TruncOf(IRValue value, IRValue operand, Func<IRValue, IRValue> emit)
    {
        if (operand.Opcode is not (IROpcode.SExt or IROpcode.ZExt or IROpcode.Trunc))
            return null;
        var source = operand.Operands[0];
        if (source.Type == value.Type)
            return source;
        if (source.Type == IRType.Bool)
            return emit(new(IROpcode.ZExt, value.Type, source) { Location = value.Location });
        var isNarrowing = source.Type.SizeInBytes > value.Type.SizeInBytes;
        if (isNarrowing && source.Type.IsSmallInteger)
            return null;
        return emit(new(isNarrowing ? IROpcode.Trunc : operand.Opcode, value.Type, source) { Location = value.Location });
    }

    /// <summary>An index that was sign-extended is extended by the element itself; constants move into the byte offset.</summary>
    private static IRValue? ElementOf(IRKernel kernel, IRValue value, Func<IRValue, IRValue> emit)
    {
        var (address, index) = (value.Operands[0], value.Operands[1]);
        if (index.Opcode == IROpcode.SExt && index.OperandType == IRType.Int32)
            return emit(value.With(address, index.Operands[0]));
        if (!index.IsConst)
            return null;
        var offset = value.ByteOffset + (index.Bits * value.ElementSize);
        if (offset == 0)
            return address;
        if (address.Opcode == IROpcode.Element)
            return emit(AtOffset(address, address.ByteOffset + offset));
        return index.Bits == 0 ? null : emit(new(IROpcode.Element, IRType.Pointer, address, kernel.Const(0))
        {
            ElementSize = 1, ByteOffset = offset, Location = value.Location,
        });
    }

    private static IRValue AtOffset(IRValue element, long byteOffset) =>
        new(IROpcode.Element, IRType.Pointer, element.Operands[0], element.Operands[1])
        {
            ElementSize = element.ElementSize, ByteOffset = byteOffset, Location = element.Location,
        };
}
