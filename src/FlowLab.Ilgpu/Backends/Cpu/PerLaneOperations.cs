using System.Reflection;
using ILGPU.Algorithms;
using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>What vectors have no operation for: computed in memory, lane by lane.</summary>
internal static class PerLaneOperations
{
    /// <summary>Functions that are an instruction; they are what every C# method of the name computes.</summary>
    internal static IReadOnlyDictionary<MathFunction, string> Instructions { get; } = new Dictionary<MathFunction, string>
    {
        [MathFunction.Abs] = "Abs",
        [MathFunction.Min] = "Min",
        [MathFunction.Max] = "Max",
        [MathFunction.MinNative] = "MinNative",
        [MathFunction.MaxNative] = "MaxNative",
        [MathFunction.Sqrt] = "Sqrt",
        [MathFunction.CopySign] = "CopySign",
    };

    internal static IReadOnlyDictionary<MathFunction, string> Roundings { get; } = new Dictionary<MathFunction, string>
    {
        [MathFunction.Floor] = "Floor",
        [MathFunction.Ceiling] = "Ceiling",
        [MathFunction.Truncate] = "Truncate",
        [MathFunction.Round] = "Round",
    };

    /// <summary>Functions of <see cref="XMath"/> with a vector twin of the same bits.</summary>
    private static readonly HashSet<MathFunction> Twins =
    [
        MathFunction.Exp, MathFunction.Exp2, MathFunction.Log, MathFunction.Log2, MathFunction.Log10, MathFunction.Sin, MathFunction.Cos,
        MathFunction.Sinh, MathFunction.Cosh, MathFunction.Tanh,
    ];

    internal static bool Contains(IRValue value) => value.Opcode switch
    {
        IROpcode.DivS => !value.Type.IsFloat,
        IROpcode.DivU or IROpcode.RemS or IROpcode.RemU => true,
        IROpcode.SToF or IROpcode.UToF => value.Type == IRType.Float32 && value.OperandType == IRType.Int64,
        IROpcode.Math => !IsVectorFunction(value),
        _ => false,
    };

    /// <summary>The method for one lane: float functions of the framework mean those of the algorithms.</summary>
    internal static MethodInfo MethodOf(IRValue value)
    {
        var method = value.Method!;
        if (!IsTwin(value) || method.DeclaringType == typeof(XMath))
            return method;
        return typeof(XMath).GetMethod(value.Function.ToString(), [.. value.Operands.Select(_ => typeof(float))])!;
    }

    /// <summary>Hand-written for vectors of floats.</summary>
    internal static bool IsTwin(IRValue value) => value.Type == IRType.Float32 && Twins.Contains(value.Function);

    private static bool IsVectorFunction(IRValue value) => value.Type.IsFloat && value.OperandType == value.Type
        && (Instructions.ContainsKey(value.Function) || Roundings.ContainsKey(value.Function) || value.Function == MathFunction.Fma || IsTwin(value));
}
