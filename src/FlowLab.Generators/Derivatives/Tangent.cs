using System;
using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Analysis;
using FlowLab.Generators.Code;
using FlowLab.Generators.Reading;

namespace FlowLab.Generators.Derivatives;

/// <summary>Forward mode over statements: how values change as z moves in one direction, parameters at rest.</summary>
/// <param name="names">Names of the pass.</param>
/// <param name="direction">How far z[index] moves.</param>
/// <param name="moves">Whether a variable moves with them at all.</param>
internal sealed class Tangent(Names names, Func<Expression, Expression> direction, Func<Variable, bool> moves)
{
    private readonly Dictionary<Variable, Variable> _tangents = [];

    /// <summary>The variable of a value's tangent.</summary>
    public Variable Of(Variable value)
    {
        if (!_tangents.TryGetValue(value, out Variable? tangent))
            _tangents[value] = tangent = new Variable(names.Take(value.Name + "Tangent"), ValueKind.Number) { IsSum = value.IsSum, IsVarying = true };
        return tangent;
    }

    /// <summary>The tangent of an expression.</summary>
    public Expression Of(Expression value) => Of(value, value);

    private Expression Of(Expression value, Expression result) => value.All().OfType<Read>().Select(read => read.Variable)
        .Where(variable => variable.IsVarying && variable.Kind == ValueKind.Number && moves(variable)).Distinct()
        .Select(variable => Numbers.Multiply(Slope.Of(value, variable, result), new Read(Of(variable))))
        .Aggregate(Numbers.Zero, Numbers.Add);

    /// <summary>The tangents of what statements compute; the statements themselves have been done before.</summary>
    /// <param name="statements">What is differentiated.</param>
    /// <param name="add">What to do with a term of a sum.</param>
    public List<Statement> Forward(IEnumerable<Statement> statements, Func<Accumulate, Expression, Statement> add)
    {
        List<Statement> tangents = [];
        foreach (Statement statement in statements)
        {
            switch (statement)
            {
                case Define { Variable.Kind: ValueKind.Number } define when define.Variable.IsVarying && moves(define.Variable):
                    tangents.Add(new Define(Of(define.Variable), define.Value is Feature feature ? direction(feature.Index) : Of(define.Value, new Read(define.Variable))));
                    break;
                case Accumulate sum when sum.Sum.IsVarying:
                    tangents.Add(add(sum, Of(sum.Term)));
                    break;
                case Branch branch:
                    tangents.Add(new Branch(
                        branch.Condition, [.. Adjoint.Inner(branch.Then), .. Forward(branch.Then, add)],
                        [.. Adjoint.Inner(branch.Otherwise), .. Forward(branch.Otherwise, add)],
                        [.. branch.Joins.Where(join => join.Variable.Kind == ValueKind.Number && moves(join.Variable)).Select(join => new Join(Of(join.Variable), Of(join.Then), Of(join.Otherwise)))]));
                    break;
                case Repeat { Carries.Count: > 0 } loop:
                    tangents.Add(OfCarrying(loop, add));
                    break;
                case Repeat loop:
                    tangents.Add(loop.With([.. Adjoint.Inner(loop.Body), .. Forward(loop.Body, add)]));
                    break;
            }
        }
        return tangents;
    }

    /// <summary>A loop that carries values carries their tangents beside them; the values are computed again.</summary>
    private Repeat OfCarrying(Repeat loop, Func<Accumulate, Expression, Statement> add)
    {
        var round = new Renaming(names);
        Variable index = round.Rename(loop.Index);
        Variable[] started = [.. loop.Carries.Select(carry => round.Rename(carry.Variable))];
        List<Statement> here = round.Of(loop.Body);
        List<Carry> carries = [];
        for (int i = 0; i < started.Length; i++)
        {
            Carry carry = loop.Carries[i];
            carries.Add(new Carry(started[i], carry.Start, round.Of(carry.Next)));
            if (carry.IsNumber)
                _tangents[started[i]] = Of(carry.Variable);
        }
        List<Statement> body = [.. Adjoint.Inner(here), .. Forward(here, add)];
        carries.AddRange([.. loop.Carries.Select((carry, i) => (carry, i)).Where(pair => pair.carry is { IsNumber: true, Variable.IsVarying: true } && moves(pair.carry.Variable))
            .Select(pair => new Carry(Of(pair.carry.Variable), Of(pair.carry.Start), Of(carries[pair.i].Next)))]);
        return new Repeat(index, loop.From, loop.To, body, carries);
    }
}
