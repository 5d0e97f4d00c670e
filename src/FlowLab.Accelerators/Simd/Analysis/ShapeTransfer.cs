using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>The shape of a value, given those of its operands.</summary>
internal static class ShapeTransfer
{
    /// <param name="value">Anything but a phi.</param>
    /// <param name="operands">The shapes of its operands where it is computed, and perhaps others behind them.</param>
    /// <param name="addresses">What knows values that are indices only.</param>
    /// <param name="alignment">What the index X of the first lane is a multiple of; 0 where that is not known.</param>
    internal static Shape Of(IRValue value, Shape[] operands, AddressUses addresses, int alignment)
    {
        if (value.Opcode == IROpcode.Atomic)
            return Shape.Varying;
        if (value.Opcode == IROpcode.Shuffle)
            return operands[0].IsUniform ? Shape.Uniform : operands[0].Kind == ShapeKind.Unknown ? Shape.Unknown : Shape.Varying;
        var (isUniform, isScalar) = (true, true);
        for (var i = 0; i < value.Operands.Count; i++)
        {
            var operand = operands[i];
            if (operand.Kind == ShapeKind.Unknown)
                return Shape.Unknown;
            isUniform &= operand.IsUniform;
            isScalar &= operand.IsScalar;
        }

        if (isUniform || IsSameInAllLanes(value, alignment))
            return Shape.Uniform;
        return isScalar && (value.Type is IRType.Pointer || value.Type.IsWideInteger) ? OfAffine(value, operands, addresses) : Shape.Varying;
    }

    private static Shape OfAffine(IRValue value, Shape[] operands, AddressUses addresses) => value.Opcode switch
    {
        IROpcode.Add => Shape.Affine(operands[0].Stride + operands[1].Stride),
        IROpcode.Sub => Shape.Affine(operands[0].Stride - operands[1].Stride),
        IROpcode.Neg => Shape.Affine(-operands[0].Stride),
        IROpcode.Mul when value.Operands[1].IsConst => Shape.Affine(operands[0].Stride * value.Operands[1].Bits),
        IROpcode.Mul when value.Operands[0].IsConst => Shape.Affine(operands[1].Stride * value.Operands[0].Bits),
        IROpcode.Shl when value.Operands[1].IsConst => Shape.Affine(operands[0].Stride << ShiftOf(value)),
        IROpcode.SExt => addresses.IsIndexOnly(value) ? operands[0] : Shape.Varying,
        IROpcode.Trunc => operands[0],
        IROpcode.Element => Shape.Affine(operands[0].Stride + (operands[1].Stride * value.ElementSize)),
        IROpcode.Select when operands[0].IsUniform => operands[1].Meet(operands[2]),
        _ => Shape.Varying,
    };

    /// <summary>The number of the vector, or of several neighbouring ones, that an instance is in.</summary>
    private static bool IsSameInAllLanes(IRValue value, int alignment) => alignment > 0 && value.Opcode is IROpcode.ShrS or IROpcode.ShrU && value.Operands[1].IsConst
        && value.Operands[0].Parameter is { Kind: IRParameterKind.IndexX } && (1L << ShiftOf(value)) % alignment == 0;

    private static int ShiftOf(IRValue value) => (int)value.Operands[1].Bits & (value.Type == IRType.Int64 ? 63 : 31);
}
