using System.Linq;
using FlowLab.Generators.Code;

namespace FlowLab.Generators.Derivatives;

/// <summary>The derivative of an expression, written as an expression.</summary>
internal static class Slope
{
    /// <summary>d value / d variable.</summary>
    public static Expression Of(Expression value, Variable variable) => Of(value, variable, value);

    /// <summary>d value / d variable, where the value is known by name.</summary>
    public static Expression Of(Expression value, Variable variable, Expression result)
    {
        if (value is Read read)
            return read.Variable == variable ? Numbers.One : Numbers.Zero;
        if (value.Kind != ValueKind.Number || !value.All().Any(part => part is Read inner && inner.Variable == variable))
            return Numbers.Zero;
        return value switch
        {
            Unary negated => Numbers.Negate(Of(negated.Of, variable)),
            Binary binary => OfBinary(binary, Of(binary.Left, variable), Of(binary.Right, variable), result),
            Choice choice => new Choice(choice.Condition, Of(choice.Then, variable), Of(choice.Otherwise, variable)),
            Call call => Functions.Of(call).Derivatives(call.Parts, result).Zip(call.Parts, (slope, part) => Numbers.Multiply(slope, Of(part, variable))).Aggregate(Numbers.Add),
            _ => Numbers.Zero,
        };
    }

    private static Expression OfBinary(Binary binary, Expression left, Expression right, Expression result) => binary.Sign switch
    {
        "+" => Numbers.Add(left, right),
        "-" => Numbers.Subtract(left, right),
        "*" => Numbers.Add(Numbers.Multiply(left, binary.Right), Numbers.Multiply(binary.Left, right)),
        _ => Numbers.Divide(Numbers.Subtract(left, Numbers.Multiply(result, right)), binary.Right),
    };
}
