using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Operations on scalars: those of uniform values, and of lane 0 of affine ones.</summary>
internal sealed partial class SimdEmitter
{
    private static readonly OpcodeTable<ScalarOperation> ScalarOperations = new()
    {
        [IROpcode.Add] = new(OpCodes.Add),
        [IROpcode.Sub] = new(OpCodes.Sub),
        [IROpcode.Mul] = new(OpCodes.Mul),
        [IROpcode.DivS] = new(OpCodes.Div),
        [IROpcode.DivU] = new(OpCodes.Div_Un),
        [IROpcode.RemS] = new(OpCodes.Rem),
        [IROpcode.RemU] = new(OpCodes.Rem_Un),
        [IROpcode.Neg] = new(OpCodes.Neg),
        [IROpcode.And] = new(OpCodes.And),
        [IROpcode.Or] = new(OpCodes.Or),
        [IROpcode.Xor] = new(OpCodes.Xor),
        [IROpcode.Not] = new(OpCodes.Not),
        [IROpcode.Shl] = new(OpCodes.Shl),
        [IROpcode.ShrS] = new(OpCodes.Shr),
        [IROpcode.ShrU] = new(OpCodes.Shr_Un),
    };

    /// <summary>The comparison of IL, and whether its result is inverted; for integers, then for floats.</summary>
    private static readonly OpcodeTable<ScalarComparison> ScalarComparisons = new()
    {
        [IROpcode.CmpEq] = new(OpCodes.Ceq, false, OpCodes.Ceq, false),
        [IROpcode.CmpNe] = new(OpCodes.Ceq, true, OpCodes.Ceq, true),
        [IROpcode.CmpLtS] = new(OpCodes.Clt, false, OpCodes.Clt, false),
        [IROpcode.CmpLtU] = new(OpCodes.Clt_Un, false, OpCodes.Clt_Un, false),
        [IROpcode.CmpLeS] = new(OpCodes.Cgt, true, OpCodes.Cgt_Un, true),
        [IROpcode.CmpLeU] = new(OpCodes.Cgt_Un, true, OpCodes.Cgt, true),
        [IROpcode.CmpGtS] = new(OpCodes.Cgt, false, OpCodes.Cgt, false),
        [IROpcode.CmpGtU] = new(OpCodes.Cgt_Un, false, OpCodes.Cgt_Un, false),
        [IROpcode.CmpGeS] = new(OpCodes.Clt, true, OpCodes.Clt_Un, true),
        [IROpcode.CmpGeU] = new(OpCodes.Clt_Un, true, OpCodes.Clt, true),
    };

    /// <summary>Pushes the result of an operation whose result is a scalar.</summary>
    private void EmitScalar(IRValue value)
    {
        if (ScalarOperations.TryGetValue(value.Opcode, out var operation))
            EmitScalarOperation(value, operation.Code);
        else if (value.Opcode.IsComparison)
            EmitScalarComparison(value);
        else
            EmitOtherScalar(value);
    }

    private void EmitScalarOperation(IRValue value, OpCode operation)
    {
        PushScalar(value.Operands[0]);
        if (value.Opcode == IROpcode.Not && value.Type == IRType.Bool)
        {
            EmitInverted();
            return;
        }

        if (value.Operands.Count > 1)
            PushScalar(value.Operands[1]);
        if (value.Opcode.IsShift)
        {
            PushInt(value.Type == IRType.Int64 ? 63 : 31);
            _il.Emit(OpCodes.And);
        }

        _il.Emit(operation);
    }

    private void EmitScalarComparison(IRValue value)
    {
        PushScalar(value.Operands[0]);
        PushScalar(value.Operands[1]);
        var (integer, isNotInteger, floating, isNotFloating) = ScalarComparisons[value.Opcode];
        var isFloat = value.OperandType.IsFloat;
        _il.Emit(isFloat ? floating : integer);
        if (isFloat ? isNotFloating : isNotInteger)
            EmitInverted();
    }

    private void EmitInverted()
    {
        PushInt(0);
        _il.Emit(OpCodes.Ceq);
    }

    private void EmitOtherScalar(IRValue value)
    {
        switch (value.Opcode)
        {
            case IROpcode.Select:
                EmitScalarSelect(value);
                break;
            case IROpcode.Element:
                EmitScalarElement(value);
                break;
            case IROpcode.Load:
                EmitScalarLoad(value);
                break;
            case IROpcode.Shuffle:
                PushScalar(value.Operands[0]);
                break;
            case IROpcode.Math:
                foreach (var operand in value.Operands)
                    PushScalar(operand);
                Call(value.Method!);
                break;
            default:
                PushScalar(value.Operands[0]);
                EmitScalarConversion(value);
                break;
        }
    }

    private void EmitScalarSelect(IRValue value)
    {
        var (otherwise, done) = (_il.DefineLabel(), _il.DefineLabel());
        PushScalar(value.Operands[0]);
        _il.Emit(OpCodes.Brfalse, otherwise);
        PushScalar(value.Operands[1]);
        _il.Emit(OpCodes.Br, done);
        _il.MarkLabel(otherwise);
        PushScalar(value.Operands[2]);
        _il.MarkLabel(done);
    }

    private void EmitScalarElement(IRValue value)
    {
        PushScalar(value.Operands[0]);
        if (!value.Operands[1].IsConstBits(0))
        {
            PushScalar(value.Operands[1]);
            if (value.Operands[1].Type == IRType.Int32)
                _il.Emit(OpCodes.Conv_I8);
            PushLong(value.ElementSize);
            _il.Emit(OpCodes.Mul);
            _il.Emit(OpCodes.Add);
        }

        PushOffset(value.ByteOffset);
    }

    private void PushOffset(long offset)
    {
        if (offset == 0)
            return;
        PushLong(offset);
        _il.Emit(OpCodes.Add);
    }

    private void EmitScalarLoad(IRValue value)
    {
        PushScalar(value.Operands[0]);
        _il.Emit(OpCodes.Conv_I);
        PrefixAlignment(value, value.Type);
        _il.Emit(value.Type switch
        {
            IRType.Int8 => OpCodes.Ldind_I1,
            IRType.Int16 => OpCodes.Ldind_I2,
            IRType.Int32 => OpCodes.Ldind_I4,
            IRType.Float32 => OpCodes.Ldind_R4,
            IRType.Float64 => OpCodes.Ldind_R8,
            _ => OpCodes.Ldind_I8,
        });
    }

    private void EmitScalarStore(IRValue store)
    {
        PushScalar(store.Operands[0]);
        _il.Emit(OpCodes.Conv_I);
        PushScalar(store.Operands[1]);
        EmitScalarStoreOf(store);
    }

    /// <summary>Address and value are on the stack.</summary>
    private void EmitScalarStoreOf(IRValue store)
    {
        PrefixAlignment(store, store.Operands[1].Type);
        _il.Emit(store.Operands[1].Type switch
        {
            IRType.Int8 or IRType.Bool => OpCodes.Stind_I1,
            IRType.Int16 => OpCodes.Stind_I2,
            IRType.Int32 => OpCodes.Stind_I4,
            IRType.Float32 => OpCodes.Stind_R4,
            IRType.Float64 => OpCodes.Stind_R8,
            _ => OpCodes.Stind_I8,
        });
    }

    private void PrefixAlignment(IRValue access, IRType type)
    {
        if (access.Alignment < type.SizeInBytes)
            _il.Emit(OpCodes.Unaligned, (byte)1);
    }

    private void EmitScalarConversion(IRValue value)
    {
        var isSingle = value.Type == IRType.Float32;
        switch (value.Opcode)
        {
            case IROpcode.SExt:
                EmitNarrowSigned(value.OperandType);
                EmitWide(value.Type, OpCodes.Conv_I8);
                break;
            case IROpcode.ZExt:
                EmitNarrowUnsigned(value.OperandType);
                EmitWide(value.Type, OpCodes.Conv_U8);
                break;
            case IROpcode.Trunc:
                _il.Emit(OpCodes.Conv_I4);
                break;
            case IROpcode.SToF or IROpcode.FToF:
                _il.Emit(isSingle ? OpCodes.Conv_R4 : OpCodes.Conv_R8);
                break;
            case IROpcode.UToF:
                _il.Emit(OpCodes.Conv_R_Un);
                _il.Emit(isSingle ? OpCodes.Conv_R4 : OpCodes.Conv_R8);
                break;
            case IROpcode.FToS:
                _il.Emit(value.Type == IRType.Int64 ? OpCodes.Conv_I8 : OpCodes.Conv_I4);
                break;
            case IROpcode.FToU:
                _il.Emit(value.Type == IRType.Int64 ? OpCodes.Conv_U8 : OpCodes.Conv_U4);
                break;
            case IROpcode.BitCast:
                EmitScalarBits(value);
                break;
            default:
                throw new InvalidOperationException($"No scalar is made by {value.Opcode}.");
        }
    }

    private void EmitNarrowSigned(IRType type)
    {
        if (type.IsSmallInteger)
            _il.Emit(type == IRType.Int8 ? OpCodes.Conv_I1 : OpCodes.Conv_I2);
    }

    private void EmitNarrowUnsigned(IRType type)
    {
        if (type.IsSmallInteger)
            _il.Emit(type == IRType.Int8 ? OpCodes.Conv_U1 : OpCodes.Conv_U2);
    }

    private void EmitWide(IRType type, OpCode conversion)
    {
        if (type == IRType.Int64)
            _il.Emit(conversion);
    }

    private void EmitScalarBits(IRValue value)
    {
        var name = value.Type switch
        {
            IRType.Float32 => nameof(BitConverter.Int32BitsToSingle),
            IRType.Float64 => nameof(BitConverter.Int64BitsToDouble),
            IRType.Int32 => nameof(BitConverter.SingleToInt32Bits),
            _ => nameof(BitConverter.DoubleToInt64Bits),
        };
        Call(typeof(BitConverter).GetMethod(name, [ClrTypeOf(value.OperandType)])!);
    }

    private sealed record ScalarOperation(OpCode Code);

    private sealed record ScalarComparison(OpCode Integer, bool IsNotInteger, OpCode Float, bool IsNotFloat);
}
