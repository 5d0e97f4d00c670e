using System.Collections.Generic;
using System.Linq;

namespace FlowLab.Generators.Code;

/// <summary>for (index = from; index &lt; to; index++). Beside sums only its carries pass from one round to another; they are defined by the loop.</summary>
internal sealed class Repeat(Variable index, Expression from, Expression to, List<Statement> body, IReadOnlyList<Carry>? carries = null) : Statement
{
    public Variable Index { get; } = index;

    public Expression From { get; } = from;

    public Expression To { get; } = to;

    public List<Statement> Body { get; } = body;

    public IReadOnlyList<Carry> Carries { get; } = carries ?? [];

    public override IEnumerable<Expression> Values => new[] { From, To }.Concat(Carries.SelectMany(carry => new[] { carry.Start, carry.Next }));

    public override IReadOnlyList<List<Statement>> Bodies => [Body];

    /// <summary>The same loop with other statements in it.</summary>
    public Repeat With(List<Statement> body) => new(Index, From, To, body, Carries);
}
