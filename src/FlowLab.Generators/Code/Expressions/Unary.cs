using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>- or !.</summary>
internal sealed class Unary(string sign, Expression of) : Expression(of.Kind)
{
    public string Sign { get; } = sign;

    public Expression Of { get; } = of;

    public override IReadOnlyList<Expression> Parts => [Of];

    public override Expression With(IReadOnlyList<Expression> parts) => Kind == ValueKind.Number ? Numbers.Negate(parts[0]) : new Unary(Sign, parts[0]);
}
