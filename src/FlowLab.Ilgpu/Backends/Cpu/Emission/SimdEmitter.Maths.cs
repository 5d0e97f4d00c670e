using System.Reflection.Emit;
using ILGPU.Algorithms;
using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>Functions on vectors.</summary>
internal sealed partial class SimdEmitter
{
    /// <summary>Functions that are an instruction; they are what every C# method of the name computes.</summary>
    private static readonly Dictionary<MathFunction, string> Instructions = new()
    {
        [MathFunction.Abs] = "Abs",
        [MathFunction.Min] = "Min",
        [MathFunction.Max] = "Max",
        [MathFunction.MinNative] = "MinNative",
        [MathFunction.MaxNative] = "MaxNative",
        [MathFunction.Sqrt] = "Sqrt",
        [MathFunction.CopySign] = "CopySign",
    };

    private static readonly Dictionary<MathFunction, string> Roundings = new()
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

    private void EmitMath(IRValue value)
    {
        var isFloat = value.Type == IRType.Float32 && value.Operands.All(operand => operand.Type == IRType.Float32);
        PushOperands(value);
        if (isFloat && Instructions.TryGetValue(value.Function, out var name))
            Call(_vectors.Generic(name, typeof(float), value.Operands.Count));
        else if (isFloat && Roundings.TryGetValue(value.Function, out name))
            Call(_vectors.Exact(name, _vectors.Float));
        else if (isFloat && value.Function == MathFunction.Fma)
            Call(_vectors.Exact("FusedMultiplyAdd", _vectors.Float, _vectors.Float, _vectors.Float));
        else if (isFloat && Twins.Contains(value.Function) && value.Method!.DeclaringType == typeof(XMath))
            Call(_vectors.Math(value.Function.ToString(), _vectors.Float));
        else
            EmitPerLane(value);
    }

    /// <summary>The C# method itself, lane by lane.</summary>
    private void EmitPerLane(IRValue value)
    {
        var type = VectorType(value.Type);
        if (value.Operands.Any(operand => VectorType(operand.Type) != type) || value.Operands.Count > (type == _vectors.Float ? 2 : 1))
            throw new SimdLimitException($"{value.Method!.Name} of values that differ between lanes");
        _il.Emit(OpCodes.Ldftn, value.Method!);
        Call(_vectors.PerLane(type == _vectors.Float, value.Operands.Count));
    }
}
