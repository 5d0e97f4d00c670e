using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>The sample's log-det += value.</summary>
internal sealed class AddLogDet(Expression value) : Statement
{
    public Expression Value { get; } = value;

    public override IEnumerable<Expression> Values => [Value];
}
