using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>The gradient that has come in for a feature of the sample.</summary>
internal sealed class FeatureGradient(Expression index) : Expression(ValueKind.Number)
{
    public Expression Index { get; } = index;

    public override IReadOnlyList<Expression> Parts => [Index];

    public override Expression With(IReadOnlyList<Expression> parts) => new FeatureGradient(parts[0]);
}
