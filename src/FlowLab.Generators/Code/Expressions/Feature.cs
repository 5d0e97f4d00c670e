using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>A feature of the sample: z[index].</summary>
internal sealed class Feature(Expression index) : Expression(ValueKind.Number)
{
    public Expression Index { get; } = index;

    public override IReadOnlyList<Expression> Parts => [Index];

    public override Expression With(IReadOnlyList<Expression> parts) => new Feature(parts[0]);
}
