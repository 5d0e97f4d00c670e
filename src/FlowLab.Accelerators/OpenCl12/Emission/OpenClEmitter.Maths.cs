using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>Mathematics: functions of OpenCL C that are exact, and those of doubles that the device has.</summary>
internal sealed partial class OpenClEmitter
{
    private static readonly Dictionary<MathFunction, string> Functions = new()
    {
        [MathFunction.Abs] = "fabs",
        [MathFunction.Sqrt] = "sqrt",
        [MathFunction.Floor] = "floor",
        [MathFunction.Ceiling] = "ceil",
        [MathFunction.Truncate] = "trunc",
        [MathFunction.Round] = "rint",
        [MathFunction.RoundAwayFromZero] = "round",
        [MathFunction.Fma] = "fma",
        [MathFunction.CopySign] = "copysign",
        [MathFunction.Exp] = "exp",
        [MathFunction.Exp2] = "exp2",
        [MathFunction.Log] = "log",
        [MathFunction.Log2] = "log2",
        [MathFunction.Log10] = "log10",
        [MathFunction.Pow] = "pow",
        [MathFunction.Sin] = "sin",
        [MathFunction.Cos] = "cos",
        [MathFunction.Tan] = "tan",
        [MathFunction.Asin] = "asin",
        [MathFunction.Acos] = "acos",
        [MathFunction.Atan] = "atan",
        [MathFunction.Atan2] = "atan2",
        [MathFunction.Sinh] = "sinh",
        [MathFunction.Cosh] = "cosh",
        [MathFunction.Tanh] = "tanh",
        [MathFunction.Cbrt] = "cbrt",
        [MathFunction.IeeeRemainder] = "remainder",
    };

    private string Mathematics(IRValue value)
    {
        var (type, operand) = (OpenClTypes.NameOf(value.Type), Left(value));
        return value.Function switch
        {
            MathFunction.Min => $"{_helpers.Use($"min_{type}")}({operand}, {Right(value)})",
            MathFunction.Max => $"{_helpers.Use($"max_{type}")}({operand}, {Right(value)})",
            MathFunction.MinNative => $"{operand} < {Right(value)} ? {operand} : {Right(value)}",
            MathFunction.MaxNative => $"{operand} > {Right(value)} ? {operand} : {Right(value)}",
            MathFunction.PopCount => $"(int)popcount({operand})",
            MathFunction.LeadingZeroCount => $"{operand} == 0 ? {Width(value)} : (int)clz({operand})",

            // The zeros below the lowest one are the ones of what lies below it; OpenCL 1.2 has no other count of them.
            MathFunction.TrailingZeroCount => $"(int)popcount(~{operand} & ({OpenClTypes.NameOf(value.OperandType)})({UnsignedOperand(value)} - 1))",
            _ => $"{Functions[value.Function]}({string.Join(", ", value.Operands.Select(_names.Of))})",
        };
    }

    private static string Width(IRValue value) => value.OperandType == IRType.Int64 ? "64" : "32";

    private string UnsignedOperand(IRValue value) => Unsigned(value.Operands[0], Left(value));
}
