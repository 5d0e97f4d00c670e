using System.Collections.Generic;

namespace FlowLab.Generators.Code;

/// <summary>for (index = from; index &lt; to; index++); what passes from one round to another are sums only.</summary>
internal sealed class Repeat(Variable index, Expression from, Expression to, List<Statement> body) : Statement
{
    public Variable Index { get; } = index;

    public Expression From { get; } = from;

    public Expression To { get; } = to;

    public List<Statement> Body { get; } = body;

    public override IEnumerable<Expression> Values => [From, To];

    public override IReadOnlyList<List<Statement>> Bodies => [Body];
}
