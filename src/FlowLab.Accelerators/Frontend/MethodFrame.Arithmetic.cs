using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>Arithmetic, comparisons and conversions of numbers on the stack.</summary>
internal sealed partial class MethodFrame
{
    internal void Binary(IROpcode opcode)
    {
        var (left, right) = PopPair(keepsBool: opcode is IROpcode.And or IROpcode.Or or IROpcode.Xor);
        if (opcode == IROpcode.RemS && left.Type.IsFloat && !_compilation.Supports(MathFunction.Remainder, left.Type))
            Push(Inline(MathBodies.Of(this, MathFunction.Remainder, left.Type), [new(left), new(right)])!);
        else
            Push(Emit(opcode, left.Type, left, right));
    }

    internal void Compare(IROpcode opcode)
    {
        var (left, right) = PopPair(keepsBool: false);
        Push(Emit(opcode, IRType.Bool, left, right));
    }

    internal void Unary(IROpcode opcode)
    {
        var operand = AsInteger(PopNumber());
        Push(Emit(opcode, operand.Type, operand));
    }

    internal void Shift(IROpcode opcode)
    {
        var amount = AsInteger(PopNumber());
        if (amount.Type == IRType.Int64)
            amount = Emit(IROpcode.Trunc, IRType.Int32, amount);
        var operand = AsInteger(PopNumber());
        Push(Emit(opcode, operand.Type, operand, amount));
    }

    internal void RefuseChecked()
    {
        if (!IsTrusted)
            throw Refuse(KernelRefusal.Checked);
    }

    internal void ConvertToInteger(IRType type, bool isSigned)
    {
        var operand = AsInteger(PopNumber());
        if (operand.Type.IsFloat)
            operand = FloatToInteger(operand, type, isSigned);
        Push(type.IsSmallInteger ? Extended(operand, type, isSigned) : Resized(operand, type, isSigned));
    }

    internal void ConvertToFloat(IRType type)
    {
        var operand = AsInteger(PopNumber());

        // C# has no single instruction for (float)uint: conv.r.un and conv.r4 in a row round once.
        if (_previous?.Code == OpCodes.Conv_R_Un && type == IRType.Float32 && operand.Opcode == IROpcode.UToF)
            Push(Emit(IROpcode.UToF, type, operand.Operands[0]));
        else if (operand.Type.IsFloat)
            Push(FloatTo(operand, type));
        else
            Push(Emit(IROpcode.SToF, type, operand));
    }

    internal void ConvertUnsignedToFloat()
    {
        var operand = AsInteger(PopNumber());
        Push(operand.Type.IsFloat ? FloatTo(operand, IRType.Float64) : Emit(IROpcode.UToF, IRType.Float64, operand));
    }

    /// <summary>A Bool as 0 or 1; other numbers as they are.</summary>
    internal IRValue AsInteger(IRValue value) => value.Type == IRType.Bool ? Emit(IROpcode.ZExt, IRType.Int32, value) : value;

    /// <summary>A number as a condition: not 0.</summary>
    internal IRValue AsBool(IRValue value) =>
        value.Type == IRType.Bool ? value : Emit(IROpcode.CmpNe, IRType.Bool, value, Kernel.Const(value.Type, 0));

    /// <summary>What a value becomes when a variable, parameter or result of a type takes it.</summary>
    internal KernelValue Coerce(KernelValue value, TypeLayout layout)
    {
        if (layout.Type.IsByRef || value.Leaves.Length != 1 || TypeLayout.ScalarType(layout.Type) is not { } type)
            return value.Leaves.Length == layout.Leaves.Count ? new(layout.Type, value.Leaves) : throw Mismatch(value, layout);
        return new(layout.Type, [CoerceScalar(value.Scalar, type, layout.Type)]);
    }

    internal IRValue FloatTo(IRValue value, IRType type) => value.Type == type ? value : Emit(IROpcode.FToF, type, value);

    private KernelRefusedException Mismatch(KernelValue value, TypeLayout layout) =>
        Refuse(KernelRefusal.Layout, $"{value.Type.Name} is used as {layout.Type.Name}");

    private IRValue CoerceScalar(IRValue value, IRType type, Type clrType)
    {
        if (value.Type == IRType.Pointer)
            throw Refuse(KernelRefusal.Pointer, $"an address is used as {clrType.Name}");
        if (type == IRType.Bool)
            return AsBool(value);
        value = AsInteger(value);
        if (type.IsFloat)
            return FloatTo(value, type);
        var memoryType = TypeLayout.MemoryType(clrType);
        return memoryType.IsSmallInteger
            ? Extended(value, memoryType, TypeLayout.IsSigned(clrType))
            : Resized(value, type, TypeLayout.IsSigned(clrType));
    }

    private IRValue PopNumber()
    {
        var value = Pop();
        if (value.Leaves is [{ Type: not IRType.Pointer } scalar])
            return scalar;
        throw Refuse(KernelRefusal.Pointer, "arithmetic on an address");
    }

    private (IRValue Left, IRValue Right) PopPair(bool keepsBool)
    {
        var right = PopNumber();
        var left = PopNumber();
        if (keepsBool && left.Type == IRType.Bool && right.Type == IRType.Bool)
            return (left, right);
        (left, right) = (AsInteger(left), AsInteger(right));
        if (left.Type == right.Type)
            return (left, right);
        var type = left.Type.IsFloat ? IRType.Float64 : IRType.Int64;
        return left.Type.IsFloat
            ? (FloatTo(left, type), FloatTo(right, type))
            : (Resized(left, type, isSigned: true), Resized(right, type, isSigned: true));
    }

    private IRValue FloatToInteger(IRValue operand, IRType type, bool isSigned)
    {
        // Small integers go through Int32 and keep its low bits.
        var wide = type == IRType.Int64 ? IRType.Int64 : IRType.Int32;
        return Emit(isSigned || type.IsSmallInteger ? IROpcode.FToS : IROpcode.FToU, wide, operand);
    }

    /// <summary>The low bits, extended back to Int32.</summary>
    private IRValue Extended(IRValue value, IRType type, bool isSigned) =>
        Emit(isSigned ? IROpcode.SExt : IROpcode.ZExt, IRType.Int32, Emit(IROpcode.Trunc, type, value));

    private IRValue Resized(IRValue value, IRType type, bool isSigned)
    {
        if (value.Type == type)
            return value;
        var opcode = type == IRType.Int32 ? IROpcode.Trunc : isSigned ? IROpcode.SExt : IROpcode.ZExt;
        return Emit(opcode, type, value);
    }
}
