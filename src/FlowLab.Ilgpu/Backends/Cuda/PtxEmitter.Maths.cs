using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>Mathematical functions.</summary>
internal sealed partial class PtxEmitter
{
    private void EmitFunction(IRValue value)
    {
        string[] operands = [.. value.Operands.Select(Register)];
        if (PtxInstructions.OfFunction(value.Function, value.OperandType) is { } mnemonic)
        {
            _body.Add(mnemonic, [Result(value), .. operands]);
            return;
        }

        switch (value.Function)
        {
            case MathFunction.Min or MathFunction.Max:
                _values[value] = EmitMinMax(value.Function == MathFunction.Min ? "min" : "max", value.Type, operands[0], operands[1]);
                break;
            case MathFunction.RoundAwayFromZero:
                EmitRoundAwayFromZero(value, operands[0]);
                break;
            case MathFunction.CopySign:
                // PTX names the sign first.
                _body.Add($"copysign.{value.Type.Signed}", Result(value), operands[1], operands[0]);
                break;
            case MathFunction.TrailingZeroCount:
                var reversed = Compute(value.OperandType, $"brev.{value.OperandType.Bits}", operands[0]);
                _body.Add($"clz.{value.OperandType.Bits}", Result(value), reversed);
                break;
            default:
                throw new InvalidOperationException($"PTX has no {value.Function} of {value.Type.Name}; it should have been inlined.");
        }
    }

    /// <summary>PTX's minimum orders -0 below +0, but gives the other operand where one is NaN.</summary>
    private string EmitMinMax(string name, IRType type, string left, string right)
    {
        var nan = type == IRType.Float32 ? PtxLiteral.Of(float.NaN) : PtxLiteral.Of(double.NaN);
        var result = Compute(type, $"{name}.{type.Signed}", left, right);
        var isNaN = Compute(IRType.Bool, $"setp.nan.{type.Signed}", left, right);
        return Compute(type, $"selp.{type.Signed}", nan, result, isNaN);
    }

    /// <summary>
    /// The whole part, and one step further where the rest, which is exact, is at least a half. The whole part stays as it is where the
    /// rest is less, so that -0.3 becomes -0.
    /// </summary>
    private void EmitRoundAwayFromZero(IRValue value, string x)
    {
        var type = value.Type.Signed;
        var (one, half) = value.Type == IRType.Float32
            ? (PtxLiteral.Of(1f), PtxLiteral.Of(0.5f))
            : (PtxLiteral.Of(1d), PtxLiteral.Of(0.5d));
        var whole = Compute(value.Type, $"cvt.rzi.{type}.{type}", x);
        var rest = Compute(value.Type, $"abs.{type}", Compute(value.Type, $"sub.rn.{type}", x, whole));
        var step = Compute(value.Type, $"copysign.{type}", x, Moved(value.Type, one));
        var next = Compute(value.Type, $"add.rn.{type}", whole, step);
        var isFar = Compute(IRType.Bool, $"setp.ge.{type}", rest, half);
        _body.Add($"selp.{type}", Result(value), next, whole, isFar);
    }
}
