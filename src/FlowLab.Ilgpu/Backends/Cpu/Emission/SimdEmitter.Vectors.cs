using System.Reflection.Emit;
using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>Operations on vectors. Truth values are Int32 lanes of 0 or -1; small integers are Int32 lanes whose upper bits mean nothing.</summary>
internal sealed partial class SimdEmitter
{
    private static readonly Dictionary<IROpcode, string> VectorOperations = new()
    {
        [IROpcode.Add] = "Add",
        [IROpcode.Sub] = "Subtract",
        [IROpcode.Mul] = "Multiply",
        [IROpcode.Neg] = "Negate",
        [IROpcode.And] = "BitwiseAnd",
        [IROpcode.Or] = "BitwiseOr",
        [IROpcode.Xor] = "Xor",
        [IROpcode.Not] = "OnesComplement",
    };

    /// <summary>The comparison, and for unordered ones of floats the opposite one, whose result is inverted.</summary>
    private static readonly Dictionary<IROpcode, (string Direct, string Opposite, bool IsUnsigned)> VectorComparisons = new()
    {
        [IROpcode.CmpEq] = ("Equals", "Equals", false),
        [IROpcode.CmpLtS] = ("LessThan", "", false),
        [IROpcode.CmpLeS] = ("LessThanOrEqual", "", false),
        [IROpcode.CmpGtS] = ("GreaterThan", "", false),
        [IROpcode.CmpGeS] = ("GreaterThanOrEqual", "", false),
        [IROpcode.CmpLtU] = ("LessThan", "GreaterThanOrEqual", true),
        [IROpcode.CmpLeU] = ("LessThanOrEqual", "GreaterThan", true),
        [IROpcode.CmpGtU] = ("GreaterThan", "LessThanOrEqual", true),
        [IROpcode.CmpGeU] = ("GreaterThanOrEqual", "LessThan", true),
    };

    /// <summary>Pushes the result of an operation whose lanes differ.</summary>
    private void EmitVector(IRValue value)
    {
        if (VectorOperations.TryGetValue(value.Opcode, out var operation))
        {
            PushOperands(value);
            Call(_vectors.Generic(operation, ElementType(value.Type), value.Operands.Count));
        }
        else if (value.Opcode.IsComparison)
            EmitVectorComparison(value);
        else if (value.Opcode.IsShift)
            EmitVectorShift(value);
        else if (value.Opcode.IsDivision)
            EmitVectorDivision(value);
        else
            EmitOtherVector(value);
    }

    private Type ElementType(IRType type) => VectorType(type) == _vectors.Float ? typeof(float) : typeof(int);

    private void PushOperands(IRValue value)
    {
        foreach (var operand in value.Operands)
            PushVector(operand, value.Block!);
    }

    private void EmitBlend(IRType type)
    {
        var vector = VectorType(type);
        Call(_vectors.OfLanes("Blend", _vectors.Int, vector, vector));
    }

    private void EmitVectorComparison(IRValue value)
    {
        var isFloat = value.OperandType == IRType.Float32;
        var isUnequal = value.Opcode == IROpcode.CmpNe;
        var (direct, opposite, isUnsigned) = VectorComparisons[isUnequal ? IROpcode.CmpEq : value.Opcode];
        var element = isFloat ? typeof(float) : isUnsigned ? typeof(uint) : typeof(int);
        foreach (var operand in value.Operands)
        {
            PushVector(operand, value.Block!);
            if (element == typeof(uint))
                Reinterpret("AsUInt32", typeof(int));
        }

        var isInverted = isUnequal || (isFloat && isUnsigned);
        Call(_vectors.Generic(isFloat && isUnsigned ? opposite : direct, element, 2));
        if (element != typeof(int))
            Reinterpret("AsInt32", element);
        if (isInverted)
            Call(_vectors.Generic("OnesComplement", typeof(int), 1));
    }

    private void EmitVectorShift(IRValue value)
    {
        var block = value.Block!;
        PushVector(value.Operands[0], block);
        if (!_divergence.ShapeAt(value.Operands[1], block).IsUniform)
        {
            PushVector(value.Operands[1], block);
            Call(_vectors.OfLanes(value.Opcode.ToString()));
            return;
        }

        PushScalar(value.Operands[1]);
        PushInt(31);
        _il.Emit(OpCodes.And);
        var name = value.Opcode switch
        {
            IROpcode.Shl => "ShiftLeft",
            IROpcode.ShrS => "ShiftRightArithmetic",
            _ => "ShiftRightLogical",
        };
        Call(_vectors.Exact(name, _vectors.Int, typeof(int)));
    }

    private void EmitVectorDivision(IRValue value)
    {
        PushOperands(value);
        if (value.Type == IRType.Float32)
            Call(value.Opcode == IROpcode.DivS
                ? _vectors.Generic("Divide", typeof(float), 2)
                : _vectors.Math("Rem", _vectors.Float, _vectors.Float));
        else
        {
            PushMask(value.Block!);
            Call(_vectors.OfLanes(value.Opcode.ToString()));
        }
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
                EmitMath(value);
                break;
            case IROpcode.Trunc when value.OperandType == IRType.Int64:
                PushLow(value.Operands[0], value.Block!);
                break;
            default:
                PushOperands(value);
                EmitVectorConversion(value);
                break;
        }
    }

    private void EmitVectorConversion(IRValue value)
    {
        switch (value.Opcode)
        {
            case IROpcode.SExt:
                EmitExtension(value, "ShiftRightArithmetic");
                break;
            case IROpcode.ZExt when value.OperandType == IRType.Bool:
                Call(_vectors.Generic("Negate", typeof(int), 1));
                break;
            case IROpcode.ZExt:
                EmitExtension(value, "ShiftRightLogical");
                break;
            case IROpcode.Trunc:
                break;
            case IROpcode.SToF:
                Call(_vectors.Exact("ConvertToSingle", _vectors.Int));
                break;
            case IROpcode.UToF:
                Call(_vectors.OfLanes("UToF"));
                break;
            case IROpcode.FToS:
                Call(_vectors.Exact("ConvertToInt32", _vectors.Float));
                break;
            case IROpcode.FToU:
                Call(_vectors.Exact("ConvertToUInt32", _vectors.Float));
                Reinterpret("AsInt32", typeof(uint));
                break;
            case IROpcode.BitCast:
                Reinterpret(value.Type == IRType.Float32 ? "AsSingle" : "AsInt32", ElementType(value.OperandType));
                break;
            default:
                throw new SimdLimitException("64-bit values that differ between lanes");
        }
    }

    private void EmitExtension(IRValue value, string shift)
    {
        var bits = 32 - (8 * value.OperandType.SizeInBytes);
        PushInt(bits);
        Call(_vectors.Exact("ShiftLeft", _vectors.Int, typeof(int)));
        PushInt(bits);
        Call(_vectors.Exact(shift, _vectors.Int, typeof(int)));
    }

    private void Reinterpret(string method, Type from) => Call(_vectors.Generic(method, from, 1));

    /// <summary>The low half of a 64-bit value: carries go upwards only.</summary>
    private void PushLow(IRValue value, IRBlock use)
    {
        if (_divergence.IsUsedAfterDivergentLoop(value, use))
            throw new SimdLimitException("64-bit values that leave a divergent loop");
        if (ShapeOf(value).IsScalar)
            PushLowOfScalar(value);
        else if (value.Opcode is IROpcode.ZExt or IROpcode.SExt && value.OperandType == IRType.Int32)
            PushVector(value.Operands[0], value.Block!);
        else if (value.Opcode is IROpcode.Add or IROpcode.Sub or IROpcode.Mul or IROpcode.And or IROpcode.Or or IROpcode.Xor)
        {
            PushLow(value.Operands[0], value.Block!);
            PushLow(value.Operands[1], value.Block!);
            Call(_vectors.Generic(VectorOperations[value.Opcode], typeof(int), 2));
        }
        else if (value.Opcode is IROpcode.ShrU or IROpcode.ShrS && value.Operands[1].IsConstBits(32))
            PushHigh(value.Operands[0]);
        else
            throw new SimdLimitException("64-bit values that differ between lanes");
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

    /// <summary>The high half of the product of two 32-bit numbers without sign.</summary>
    private void PushHigh(IRValue value)
    {
        if (value.Opcode != IROpcode.Mul || !value.Operands.All(IsHalf))
            throw new SimdLimitException("64-bit values that differ between lanes");
        PushLow(value.Operands[0], value.Block!);
        PushLow(value.Operands[1], value.Block!);
        Call(_vectors.OfLanes("MultiplyHigh"));
    }

    private static bool IsHalf(IRValue value) => value.IsConst
        ? (ulong)value.Bits <= uint.MaxValue
        : value.Opcode == IROpcode.ZExt && value.OperandType == IRType.Int32;

    /// <summary>A value that exists in its uses only is checked there.</summary>
    private static void RefuseVirtual(IRValue value)
    {
        if (value.Opcode is IROpcode.Load or IROpcode.Select)
            throw new SimdLimitException("64-bit values that differ between lanes");
    }
}
