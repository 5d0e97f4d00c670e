using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>Keeps a feature of the sample for the backward pass.</summary>
internal sealed class KeepFeature(Expression index, Expression value) : Statement
{
    public Expression Index { get; } = index;

    public Expression Value { get; } = value;

    public override IEnumerable<Expression> Values => [Index, Value];
}
