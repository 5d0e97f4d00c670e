using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>What vectors have no operation for: computed in memory, lane by lane.</summary>
internal static class PerLaneOperations
{
    /// <summary>Functions that are an instruction; they are what every C# method of the name computes.</summary>
    internal static bool IsInstruction(MathFunction function) => function is MathFunction.Abs or MathFunction.Min or MathFunction.Max
        or MathFunction.MinNative or MathFunction.MaxNative or MathFunction.Sqrt or MathFunction.CopySign;

    internal static bool IsRounding(MathFunction function) =>
        function is MathFunction.Floor or MathFunction.Ceiling or MathFunction.Truncate or MathFunction.Round;

    /// <summary>Functions of <see cref="Maths.PortableMath"/> with a vector twin of the same bits.</summary>
    private static bool HasTwin(MathFunction function) => function is MathFunction.Exp or MathFunction.Exp2 or MathFunction.Log or MathFunction.Log2
        or MathFunction.Log10 or MathFunction.Sin or MathFunction.Cos or MathFunction.Sinh or MathFunction.Cosh or MathFunction.Tanh;

    internal static bool Contains(IRValue value) => value.Opcode switch
    {
        IROpcode.DivS => !value.Type.IsFloat,
        IROpcode.DivU or IROpcode.RemS or IROpcode.RemU => true,
        IROpcode.SToF or IROpcode.UToF => value.Type == IRType.Float32 && value.OperandType == IRType.Int64,
        IROpcode.Math => !IsVectorFunction(value),
        _ => false,
    };

    /// <summary>
    /// What the backend computes itself: floats where vectors have it; doubles always, lane by lane if need be. The C# of all other
    /// functions of floats is vectorised as any code.
    /// </summary>
    internal static bool Supports(MathFunction function, IRType type) => type != IRType.Float32 || IsVectorFunction(function) || HasTwin(function);

    /// <summary>Hand-written for vectors of floats.</summary>
    internal static bool IsTwin(IRValue value) => value.Type == IRType.Float32 && HasTwin(value.Function);

    private static bool IsVectorFunction(IRValue value) =>
        value.Type.IsFloat && value.OperandType == value.Type && (IsVectorFunction(value.Function) || IsTwin(value));

    private static bool IsVectorFunction(MathFunction function) =>
        IsInstruction(function) || IsRounding(function) || function == MathFunction.Fma;
}
