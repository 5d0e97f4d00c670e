using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>sum += term.</summary>
internal sealed class Accumulate(Variable sum, Expression term) : Statement
{
    public Variable Sum { get; } = sum;

    public Expression Term { get; } = term;

    public override IEnumerable<Expression> Values => [Term];
}
