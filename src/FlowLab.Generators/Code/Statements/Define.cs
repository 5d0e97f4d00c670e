using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>variable = value; the first time that the variable is named.</summary>
internal sealed class Define(Variable variable, Expression value) : Statement
{
    public Variable Variable { get; } = variable;

    public Expression Value { get; } = value;

    public override IEnumerable<Expression> Values => [Value];
}
