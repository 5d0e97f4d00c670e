using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>The shape of a value, given those of its operands.</summary>
internal static class ShapeTransfer
{
    internal static Shape Of(IRValue value, Shape[] operands)
    {
        if (operands.Any(shape => shape.Kind == ShapeKind.Unknown))
            return Shape.Unknown;
        if (operands.All(shape => shape.IsUniform))
            return Shape.Uniform;
        return operands.All(shape => shape.IsScalar) && (value.Type is IRType.Pointer || value.Type.IsWideInteger)
            ? OfAffine(value, operands)
            : Shape.Varying;
    }

    /// <summary>
    /// A sign extension keeps the stride: lanes on both sides of the end of the Int32 range would be indices on both sides of every view.
    /// Extended values serve as addresses only, see <see cref="SimdEmitter"/>.
    /// </summary>
    private static Shape OfAffine(IRValue value, Shape[] operands) => value.Opcode switch
    {
        IROpcode.Add => Shape.Affine(operands[0].Stride + operands[1].Stride),
        IROpcode.Sub => Shape.Affine(operands[0].Stride - operands[1].Stride),
        IROpcode.Neg => Shape.Affine(-operands[0].Stride),
        IROpcode.Mul when value.Operands[1].IsConst => Shape.Affine(operands[0].Stride * value.Operands[1].Bits),
        IROpcode.Mul when value.Operands[0].IsConst => Shape.Affine(operands[1].Stride * value.Operands[0].Bits),
        IROpcode.Shl when value.Operands[1].IsConst => Shape.Affine(operands[0].Stride << ShiftOf(value)),
        IROpcode.SExt or IROpcode.Trunc => operands[0],
        IROpcode.Element => Shape.Affine(operands[0].Stride + (operands[1].Stride * value.ElementSize)),
        IROpcode.Select when operands[0].IsUniform => operands[1].Meet(operands[2]),
        _ => Shape.Varying,
    };

    private static int ShiftOf(IRValue value) => (int)value.Operands[1].Bits & (value.Type == IRType.Int64 ? 63 : 31);
}
