using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>A conversion between numbers and integers.</summary>
internal sealed class Conversion(Expression of, ValueKind kind) : Expression(kind)
{
    public Expression Of { get; } = of;

    public override IReadOnlyList<Expression> Parts => [Of];

    public override Expression With(IReadOnlyList<Expression> parts) => new Conversion(parts[0], Kind);
}
