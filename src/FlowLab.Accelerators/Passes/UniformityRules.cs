using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>What operations make of operands that are uniform or affine.</summary>
internal static class UniformityRules
{
    internal static Uniformity Of(IRValue value, Func<IRValue, Uniformity> kindOf)
    {
        if (value.Opcode is IROpcode.Atomic or IROpcode.Shuffle)
            return Uniformity.Varying;
        Uniformity[] operands = [.. value.Operands.Select(kindOf)];
        if (operands.All(operand => operand.IsUniform))
            return Uniformity.Uniform;
        if (operands.Any(operand => operand.IsVarying) || value.Type.IsFloat)
            return Uniformity.Varying;
        return value.Opcode switch
        {
            IROpcode.Add => Uniformity.Affine(operands[0].LaneStride + operands[1].LaneStride),
            IROpcode.Sub => Uniformity.Affine(operands[0].LaneStride - operands[1].LaneStride),
            IROpcode.Neg => Uniformity.Affine(-operands[0].LaneStride),
            IROpcode.Mul => Product(value, operands),
            IROpcode.Shl when value.Operands[1].IsConst && operands[1].IsUniform =>
                Uniformity.Affine(operands[0].LaneStride << (int)(value.Operands[1].Bits & (value.Type == IRType.Int64 ? 63 : 31))),
            IROpcode.SExt when value.Type == IRType.Int64 && value.OperandType == IRType.Int32 => operands[0],
            IROpcode.Trunc when value.Type == IRType.Int32 => operands[0],
            IROpcode.Element => Uniformity.Affine(operands[0].LaneStride + (operands[1].LaneStride * value.ElementSize)),
            IROpcode.Select when operands[0].IsUniform && operands[1] == operands[2] => operands[1],
            _ => Uniformity.Varying,
        };
    }

    private static Uniformity Product(IRValue value, Uniformity[] operands)
    {
        if (value.Operands[1].IsConst)
            return Uniformity.Affine(operands[0].LaneStride * value.Operands[1].Bits);
        return value.Operands[0].IsConst ? Uniformity.Affine(operands[1].LaneStride * value.Operands[0].Bits) : Uniformity.Varying;
    }
}
