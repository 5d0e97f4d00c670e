using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>condition ? then : otherwise, both of which are harmless to compute.</summary>
internal sealed class Choice(Expression condition, Expression then, Expression otherwise) : Expression(then.Kind)
{
    public Expression Condition { get; } = condition;

    public Expression Then { get; } = then;

    public Expression Otherwise { get; } = otherwise;

    public override IReadOnlyList<Expression> Parts => [Condition, Then, Otherwise];

    public override Expression With(IReadOnlyList<Expression> parts) => new Choice(parts[0], parts[1], parts[2]);
}
