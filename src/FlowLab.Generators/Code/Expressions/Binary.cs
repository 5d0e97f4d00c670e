using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>An operator between two values.</summary>
internal sealed class Binary(string sign, Expression left, Expression right, ValueKind kind) : Expression(kind)
{
    public string Sign { get; } = sign;

    public Expression Left { get; } = left;

    public Expression Right { get; } = right;

    public override IReadOnlyList<Expression> Parts => [Left, Right];

    public override Expression With(IReadOnlyList<Expression> parts) => (Kind, Sign) switch
    {
        (ValueKind.Number, "+") => Numbers.Add(parts[0], parts[1]),
        (ValueKind.Number, "-") => Numbers.Subtract(parts[0], parts[1]),
        (ValueKind.Number, "*") => Numbers.Multiply(parts[0], parts[1]),
        (ValueKind.Number, _) => Numbers.Divide(parts[0], parts[1]),
        _ => new Binary(Sign, parts[0], parts[1], Kind),
    };
}
