using System.Collections.Generic;
using System.Linq;

namespace FlowLab.Generators.Code;

/// <summary>if and else.</summary>
internal sealed class Branch(Expression condition, List<Statement> then, List<Statement> otherwise, List<Join> joins) : Statement
{
    public Expression Condition { get; } = condition;

    public List<Statement> Then { get; } = then;

    public List<Statement> Otherwise { get; } = otherwise;

    public List<Join> Joins { get; } = joins;

    public override IEnumerable<Expression> Values => new[] { Condition }.Concat(Joins.SelectMany(join => new[] { join.Then, join.Otherwise }));

    public override IReadOnlyList<List<Statement>> Bodies => [Then, Otherwise];
}
