using System.Reflection.Emit;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Operations whose result has 32 bits per lane. Truth values are Int32 lanes of 0 or -1.</summary>
internal sealed partial class SimdEmitter
{
    private static readonly OpcodeTable<string> VectorOperations = new()
    {
        [IROpcode.Add] = "Add",
        [IROpcode.Sub] = "Subtract",
        [IROpcode.Mul] = "Multiply",
        [IROpcode.DivS] = "Divide",
        [IROpcode.Neg] = "Negate",
        [IROpcode.And] = "BitwiseAnd",
        [IROpcode.Or] = "BitwiseOr",
        [IROpcode.Xor] = "Xor",
        [IROpcode.Not] = "OnesComplement",
    };

    private static readonly OpcodeTable<string> ScalarShifts = new()
    {
        [IROpcode.Shl] = "ShiftLeft",
        [IROpcode.ShrS] = "ShiftRightArithmetic",
        [IROpcode.ShrU] = "ShiftRightLogical",
    };

    /// <summary>The comparison, and for unordered ones of floats the opposite one, whose result is inverted.</summary>
    private static readonly OpcodeTable<VectorComparison> VectorComparisons = new()
    {
        [IROpcode.CmpEq] = new("Equals", "Equals", false),
        [IROpcode.CmpLtS] = new("LessThan", "", false),
        [IROpcode.CmpLeS] = new("LessThanOrEqual", "", false),
        [IROpcode.CmpGtS] = new("GreaterThan", "", false),
        [IROpcode.CmpGeS] = new("GreaterThanOrEqual", "", false),
        [IROpcode.CmpLtU] = new("LessThan", "GreaterThanOrEqual", true),
        [IROpcode.CmpLeU] = new("LessThanOrEqual", "GreaterThan", true),
        [IROpcode.CmpGtU] = new("GreaterThan", "LessThanOrEqual", true),
        [IROpcode.CmpGeU] = new("GreaterThanOrEqual", "LessThan", true),
    };

    /// <summary>Pushes the result of an operation whose lanes differ.</summary>
    private void EmitVector(IRValue value)
    {
        if (VectorOperations.TryGetValue(value.Opcode, out var operation))
        {
            PushOperands(value);
            Call(_vectors.Generic(operation, ClrTypeOf(value.Type), value.Operands.Count));
        }
        else if (value.Opcode.IsComparison)
            EmitComparison(value);
        else if (value.Opcode.IsShift)
            EmitShift(value);
        else
            EmitOtherVector(value);
    }

    private void PushOperands(IRValue value)
    {
        foreach (var operand in value.Operands)
            PushVector(operand, value.Block!);
    }

    /// <summary>Lanes of the first vector where the mask below it is set, of the second elsewhere.</summary>
    private void EmitBlend(IRType type) => Call(_vectors.Extra(type switch
    {
        IRType.Float32 => "BlendFloats",
        IRType.Float64 => "BlendDoubles",
        IRType.Int64 or IRType.Pointer => "BlendLongs",
        _ => "BlendInts",
    }));

    private void EmitComparison(IRValue value)
    {
        var isInverted = value.Opcode == IROpcode.CmpNe || (value.OperandType.IsFloat && VectorComparisons[value.Opcode].IsUnsigned);
        if (value.OperandType.Is64Bit)
        {
            EmitComparisonHalf(value, 0);
            EmitComparisonHalf(value, 1);
            Call(_vectors.Exact("Narrow", _vectors.Long, _vectors.Long));
        }
        else
        {
            var element = ComparedElementOf(value);
            foreach (var operand in value.Operands)
            {
                PushVector(operand, value.Block!);
                if (element == typeof(uint))
                    Reinterpret("AsUInt32", typeof(int));
            }

            EmitComparison(value, element);
            if (element != typeof(int))
                Reinterpret("AsInt32", element);
        }

        if (isInverted)
            Call(_vectors.Generic("OnesComplement", typeof(int), 1));
    }

    private void EmitComparisonHalf(IRValue value, int half)
    {
        var element = ComparedElementOf(value);
        foreach (var operand in value.Operands)
        {
            PushHalf(operand, value.Block!, half);
            if (element == typeof(ulong))
                Reinterpret("AsUInt64", typeof(long));
        }

        EmitComparison(value, element);
        if (element != typeof(long))
            Reinterpret("AsInt64", element);
    }

    private static Type ComparedElementOf(IRValue value)
    {
        var element = ClrTypeOf(value.OperandType);
        if (value.OperandType.IsFloat || value.Opcode == IROpcode.CmpNe || !VectorComparisons[value.Opcode].IsUnsigned)
            return element;
        return element == typeof(long) ? typeof(ulong) : typeof(uint);
    }

    private void EmitComparison(IRValue value, Type element)
    {
        var (direct, opposite, isUnsigned) = VectorComparisons[value.Opcode == IROpcode.CmpNe ? IROpcode.CmpEq : value.Opcode];
        Call(_vectors.Generic(value.OperandType.IsFloat && isUnsigned ? opposite : direct, element, 2));
    }

    private void EmitShift(IRValue value)
    {
        var block = value.Block!;
        PushVector(value.Operands[0], block);
        if (!_divergence.ShapeAt(value.Operands[1], block).IsUniform)
        {
            PushVector(value.Operands[1], block);
            Call(_vectors.Extra(value.Opcode.ToString(), _vectors.Int));
            return;
        }

        PushScalar(value.Operands[1]);
        PushInt(31);
        _il.Emit(OpCodes.And);
        Call(_vectors.Exact(ScalarShifts[value.Opcode], _vectors.Int, typeof(int)));
    }

    private void EmitOtherVector(IRValue value)
    {
        switch (value.Opcode)
        {
            case IROpcode.Select:
                PushOperands(value);
                EmitBlend(value.Type);
                break;
            case IROpcode.Load:
                EmitLoad(value);
                break;
            case IROpcode.Math:
                PushOperands(value);
                EmitFunction(value);
                break;
            default:
                EmitConversion(value);
                break;
        }
    }

    private void Reinterpret(string method, Type from) => Call(_vectors.Generic(method, from, 1));

    private sealed record VectorComparison(string Direct, string Opposite, bool IsUnsigned);
}
