using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Code;
using FlowLab.Generators.Reading;

namespace FlowLab.Generators.Derivatives;

/// <summary>Copies of statements with variables of their own, so that both can stand in one scope.</summary>
internal sealed class Renaming(Names names)
{
    private readonly Dictionary<Variable, Variable> _copies = [];

    /// <summary>A new variable in place of another.</summary>
    public Variable Rename(Variable variable) =>
        Rename(variable, new Variable(names.Take(variable.Name), variable.Kind) { IsSum = variable.IsSum, IsVarying = variable.IsVarying });

    /// <summary>A known variable in place of another.</summary>
    public Variable Rename(Variable variable, Variable copy) => _copies[variable] = copy;

    /// <summary>The statements with what they define by new names.</summary>
    public List<Statement> Of(IEnumerable<Statement> statements) => [.. statements.Select(Of)];

    /// <summary>The value with the new names in it.</summary>
    public Expression Of(Expression value) => value switch
    {
        Read read => _copies.TryGetValue(read.Variable, out Variable? copy) ? new Read(copy) : read,
        _ => value.Parts.Count == 0 ? value : value.With([.. value.Parts.Select(Of)]),
    };

    private Statement Of(Statement statement)
    {
        switch (statement)
        {
            case Define define:
                Expression value = Of(define.Value);
                return new Define(Rename(define.Variable), value);
            case Accumulate add:
                return new Accumulate(_copies.TryGetValue(add.Sum, out Variable? sum) ? sum : add.Sum, Of(add.Term));
            case Branch branch:
                List<Statement> then = Of(branch.Then);
                List<Statement> otherwise = Of(branch.Otherwise);
                return new Branch(Of(branch.Condition), then, otherwise, [.. branch.Joins.Select(join =>
                {
                    (Expression left, Expression right) = (Of(join.Then), Of(join.Otherwise));
                    return new Join(Rename(join.Variable), left, right);
                })]);
            case Repeat loop:
                (Expression from, Expression to) = (Of(loop.From), Of(loop.To));
                Expression[] starts = [.. loop.Carries.Select(carry => Of(carry.Start))];
                Variable index = Rename(loop.Index);
                Variable[] carried = [.. loop.Carries.Select(carry => Rename(carry.Variable))];
                List<Statement> body = Of(loop.Body);
                return new Repeat(index, from, to, body, [.. loop.Carries.Select((carry, i) => new Carry(carried[i], starts[i], Of(carry.Next)))]);
            default:
                return statement;
        }
    }
}
