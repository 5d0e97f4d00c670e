using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>z[index] = value.</summary>
internal sealed class Change(Expression index, Expression value) : Statement
{
    public Expression Index { get; } = index;

    public Expression Value { get; } = value;

    public override IEnumerable<Expression> Values => [Index, Value];
}
