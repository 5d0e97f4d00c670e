using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Conversions to 32 bits per lane.</summary>
internal sealed partial class SimdEmitter
{
    private void EmitConversion(IRValue value)
    {
        if (value.OperandType.Is64Bit)
        {
            EmitNarrowing(value);
            return;
        }

        PushOperands(value);
        switch (value.Opcode)
        {
            case IROpcode.SExt or IROpcode.ZExt:
                EmitExtension(value);
                break;
            case IROpcode.Trunc:
                break;
            case IROpcode.SToF:
                Call(_vectors.Exact("ConvertToSingle", _vectors.Int));
                break;
            case IROpcode.UToF:
                Call(_vectors.Extra("UToF"));
                break;
            case IROpcode.FToS:
                Call(_vectors.Exact("ConvertToInt32", _vectors.Float));
                break;
            case IROpcode.FToU:
                Call(_vectors.Exact("ConvertToUInt32", _vectors.Float));
                Reinterpret("AsInt32", typeof(uint));
                break;
            case IROpcode.BitCast:
                Reinterpret(value.Type == IRType.Float32 ? "AsSingle" : "AsInt32", ClrTypeOf(value.OperandType));
                break;
            default:
                throw new InvalidOperationException($"No vector of 32-bit lanes is made by {value.Opcode}.");
        }
    }

    /// <summary>Small integers and truth values on the stack become Int32.</summary>
    private void EmitExtension(IRValue value)
    {
        if (value.OperandType == IRType.Bool)
        {
            Call(_vectors.Generic("Negate", typeof(int), 1));
            return;
        }

        var bits = 32 - (8 * value.OperandType.SizeInBytes);
        if (bits == 0)
            return;
        PushInt(bits);
        Call(_vectors.Exact("ShiftLeft", _vectors.Int, typeof(int)));
        PushInt(bits);
        Call(_vectors.Exact(value.Opcode == IROpcode.SExt ? "ShiftRightArithmetic" : "ShiftRightLogical", _vectors.Int, typeof(int)));
    }

    /// <summary>From 64-bit lanes.</summary>
    private void EmitNarrowing(IRValue value)
    {
        if (value.Opcode == IROpcode.Trunc && _values.FormAt(value.Operands[0], value.Block!) is ValueForm.Virtual or ValueForm.Scalar)
        {
            PushLow(value.Operands[0]);
            return;
        }

        for (var half = 0; half < 2; half++)
        {
            PushHalf(value.Operands[0], value.Block!, half);
            if (value.Opcode is IROpcode.FToS or IROpcode.FToU)
                Call(_vectors.Extra($"{value.Opcode}32"));
        }

        var source = value.Opcode == IROpcode.FToF ? _vectors.Double : _vectors.Long;
        Call(_vectors.Exact("Narrow", source, source));
    }

    /// <summary>The low half of a 64-bit value that is kept in a short form.</summary>
    private void PushLow(IRValue value)
    {
        if (_values.FormOf(value) == ValueForm.Scalar)
            PushLowOfScalar(value);
        else if (value.Opcode is IROpcode.ZExt or IROpcode.SExt)
            PushVector(value.Operands[0], value.Block!);
        else
        {
            var product = value.Opcode == IROpcode.Mul ? value : value.Operands[0];
            PushLow(product.Operands[0]);
            PushLow(product.Operands[1]);
            Call(product == value ? _vectors.Generic("Multiply", typeof(int), 2) : _vectors.Extra("MultiplyHigh"));
        }
    }

    private void PushLowOfScalar(IRValue value)
    {
        PushScalar(value);
        _il.Emit(OpCodes.Conv_I4);
        Call(_vectors.Exact("Create", typeof(int)));
        if (ShapeOf(value).Kind != ShapeKind.Affine)
            return;
        PushSteps((int)ShapeOf(value).Stride);
        Call(_vectors.Generic("Add", typeof(int), 2));
    }
}
