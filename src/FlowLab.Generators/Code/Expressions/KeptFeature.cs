using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>A feature of the sample as the forward pass found it, where all of them are kept.</summary>
internal sealed class KeptFeature(Expression index) : Expression(ValueKind.Number)
{
    public Expression Index { get; } = index;

    public override IReadOnlyList<Expression> Parts => [Index];

    public override Expression With(IReadOnlyList<Expression> parts) => new KeptFeature(parts[0]);
}
