using System.Globalization;
using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>Arithmetic, comparisons, selections and conversions.</summary>
internal sealed partial class PtxEmitter
{
    private void Emit(IRValue value)
    {
        EmitLine(value.Location);
        switch (value.Opcode)
        {
            case IROpcode.Shl or IROpcode.ShrS or IROpcode.ShrU:
                EmitShift(value);
                break;
            case IROpcode.DivS when value.Type.IsFloat && value.Operands[0].IsConst && IsOne(value.Operands[0]):
                _body.Add($"rcp.rn.{value.Type.Signed}", Result(value), Register(value.Operands[1]));
                break;
            case >= IROpcode.Add and <= IROpcode.Not:
                EmitArithmetic(value);
                break;
            case >= IROpcode.CmpEq and <= IROpcode.CmpGeU:
                EmitComparison(value);
                break;
            case IROpcode.Select:
                EmitSelect(value);
                break;
            case >= IROpcode.SExt and <= IROpcode.BitCast:
                EmitConversion(value);
                break;
            case IROpcode.Math:
                EmitFunction(value);
                break;
            default:
                EmitAccess(value);
                break;
        }
    }

    private static bool IsOne(IRValue constant) => constant.Type == IRType.Float32 ? constant.AsFloat == 1f : constant.AsDouble == 1d;

    private void EmitArithmetic(IRValue value)
    {
        var mnemonic = PtxInstructions.OfArithmetic(value.Opcode, value.Type);
        if (value.Operands.Count == 1)
            _body.Add(mnemonic, Result(value), Register(value.Operands[0]));
        else
            EmitBinary(value, mnemonic);
    }

    /// <summary>A constant goes to the end, where every instruction takes one.</summary>
    private void EmitBinary(IRValue value, string mnemonic)
    {
        var (left, right) = (value.Operands[0], value.Operands[1]);
        if (left.IsConst && value.Opcode.IsCommutative)
            (left, right) = (right, left);
        var first = Register(left);
        var second = Operand(right);
        _body.Add(mnemonic, Result(value), first, second);
    }

    /// <summary>PTX clamps the amount of a shift; C# takes its low bits.</summary>
    private void EmitShift(IRValue value)
    {
        var operand = Register(value.Operands[0]);
        var amount = EmitAmount(value.Operands[1], (value.Type.SizeInBytes * 8) - 1);
        _body.Add(PtxInstructions.OfArithmetic(value.Opcode, value.Type), Result(value), operand, amount);
    }

    /// <summary>Compilers of C# mask most amounts themselves.</summary>
    private string EmitAmount(IRValue amount, int mask)
    {
        if (amount.IsConst)
            return (amount.Bits & mask).ToString(CultureInfo.InvariantCulture);
        var isMasked = amount.Opcode == IROpcode.And && amount.Operands[1].IsConst && (amount.Operands[1].Bits & ~mask) == 0;
        return isMasked ? _values[amount] : Compute(IRType.Int32, "and.b32", _values[amount], mask.ToString(CultureInfo.InvariantCulture));
    }

    private void EmitComparison(IRValue value)
    {
        var first = Register(value.Operands[0]);
        var second = Operand(value.Operands[1]);
        _body.Add(PtxInstructions.OfComparison(value.Opcode, value.OperandType), Result(value), first, second);
    }

    private void EmitSelect(IRValue value)
    {
        var (condition, then, @else) = (Register(value.Operands[0]), value.Operands[1], value.Operands[2]);
        if (value.Type == IRType.Bool)
            EmitSelectOfBools(value, condition, Register(then), Register(@else));
        else if (value.Type == IRType.Pointer)
            _body.Add("selp.b64", Result(value), PointerFor(value, then), PointerFor(value, @else), condition);
        else
            _body.Add($"selp.{value.Type.Register}", Result(value), Operand(then), Operand(@else), condition);
    }

    /// <summary>Predicates have no selection of their own: (condition and then) or (else and not condition).</summary>
    private void EmitSelectOfBools(IRValue value, string condition, string then, string @else)
    {
        var first = Compute(IRType.Bool, "and.pred", condition, then);
        var second = Compute(IRType.Bool, "and.pred", @else, Compute(IRType.Bool, "not.pred", condition));
        _body.Add("or.pred", Result(value), first, second);
    }
}
