using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Operations whose result has 64 bits per lane, for one half of the lanes.</summary>
internal sealed partial class SimdEmitter
{
    private static string Widening(int half) => half == 0 ? "WidenLower" : "WidenUpper";

    /// <summary>Pushes half of the lanes of the result.</summary>
    private void EmitHalf(IRValue value, int half)
    {
        if (VectorOperations.TryGetValue(value.Opcode, out var operation))
        {
            PushHalves(value, half);
            Call(_vectors.Generic(operation, ClrTypeOf(value.Type), value.Operands.Count));
        }
        else if (value.Opcode.IsShift)
            EmitShiftHalf(value, half);
        else
            EmitOtherHalf(value, half);
    }

    private void PushHalves(IRValue value, int half)
    {
        foreach (var operand in value.Operands)
            PushHalf(operand, value.Block!, half);
    }

    private void EmitShiftHalf(IRValue value, int half)
    {
        var (amount, block) = (value.Operands[1], value.Block!);
        PushHalf(value.Operands[0], block, half);
        if (!_divergence.ShapeAt(amount, block).IsUniform)
        {
            PushWidened(amount, block, half);
            Call(_vectors.Extra(value.Opcode.ToString(), _vectors.Long));
            return;
        }

        PushScalar(amount);
        PushInt(63);
        _il.Emit(OpCodes.And);
        Call(_vectors.Exact(ScalarShifts[value.Opcode], _vectors.Long, typeof(int)));
    }

    /// <summary>Half of the lanes of a 32-bit value: Int32 as Int64, Float32 as Float64.</summary>
    private void PushWidened(IRValue value, IRBlock use, int half)
    {
        PushVector(value, use);
        Call(_vectors.Exact(Widening(half), _vectors.TypeOf(value.Type)));
    }

    private void EmitOtherHalf(IRValue value, int half)
    {
        var block = value.Block!;
        switch (value.Opcode)
        {
            case IROpcode.Select:
                PushWidened(value.Operands[0], block, half);
                PushHalf(value.Operands[1], block, half);
                PushHalf(value.Operands[2], block, half);
                EmitBlend(value.Type);
                break;
            case IROpcode.Element:
                EmitElementHalf(value, half);
                break;
            case IROpcode.Load:
                EmitLoadHalf(value, half);
                break;
            case IROpcode.Math:
                PushHalves(value, half);
                EmitFunction(value);
                break;
            default:
                EmitConversionHalf(value, half);
                break;
        }
    }

    private void EmitElementHalf(IRValue value, int half)
    {
        var (index, block) = (value.Operands[1], value.Block!);
        PushHalf(value.Operands[0], block, half);
        if (!index.IsConstBits(0))
        {
            if (_analysis.Virtuals.NarrowIndexOf(value) is { } narrow)
                PushWidened(narrow, narrow == index ? block : index.Block ?? block, half);
            else
                PushHalf(index, block, half);
            PushLong(value.ElementSize);
            Call(_vectors.Exact("Create", typeof(long)));
            Call(_vectors.Generic("Multiply", typeof(long), 2));
            Call(_vectors.Generic("Add", typeof(long), 2));
        }

        if (value.ByteOffset == 0)
            return;
        PushLong(value.ByteOffset);
        Call(_vectors.Exact("Create", typeof(long)));
        Call(_vectors.Generic("Add", typeof(long), 2));
    }

    private void EmitConversionHalf(IRValue value, int half)
    {
        var isWide = value.OperandType.Is64Bit;
        if (isWide)
            PushHalves(value, half);
        else
            PushWidenedOperand(value, half);
        switch (value.Opcode)
        {
            case IROpcode.SExt or IROpcode.ZExt or IROpcode.FToF:
                break;
            case IROpcode.UToF when isWide:
                Reinterpret("AsUInt64", typeof(long));
                Call(_vectors.Exact("ConvertToDouble", _vectors.ULong));
                break;
            case IROpcode.SToF or IROpcode.UToF:
                Call(_vectors.Exact("ConvertToDouble", _vectors.Long));
                break;
            case IROpcode.FToS:
                Call(_vectors.Exact("ConvertToInt64", _vectors.Double));
                break;
            case IROpcode.FToU:
                Call(_vectors.Exact("ConvertToUInt64", _vectors.Double));
                Reinterpret("AsInt64", typeof(ulong));
                break;
            case IROpcode.BitCast:
                Reinterpret(value.Type == IRType.Float64 ? "AsDouble" : "AsInt64", ClrTypeOf(value.OperandType));
                break;
            default:
                throw new InvalidOperationException($"No vector of 64-bit lanes is made by {value.Opcode}.");
        }
    }

    /// <summary>A 32-bit operand with sign or without, as 64 bits that hold every one of its values.</summary>
    private void PushWidenedOperand(IRValue value, int half)
    {
        PushVector(value.Operands[0], value.Block!);
        if (value.Opcode is IROpcode.SExt or IROpcode.ZExt)
            EmitExtension(value);
        var isUnsigned = value.Opcode is IROpcode.ZExt or IROpcode.UToF && value.OperandType == IRType.Int32;
        if (isUnsigned)
            Reinterpret("AsUInt32", typeof(int));
        Call(_vectors.Exact(Widening(half), isUnsigned ? _vectors.UInt : _vectors.TypeOf(value.OperandType)));
        if (isUnsigned)
            Reinterpret("AsInt64", typeof(ulong));
    }
}
