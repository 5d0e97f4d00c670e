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
internal sealed class Tangent(Names names, Func<Expression, Expression> direction)
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
        .Where(variable => variable.IsVarying && variable.Kind == ValueKind.Number).Distinct()
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
                case Define { Variable.Kind: ValueKind.Number } define when define.Variable.IsVarying:
                    tangents.Add(new Define(Of(define.Variable), define.Value is Feature feature ? direction(feature.Index) : Of(define.Value, new Read(define.Variable))));
                    break;
                case Accumulate sum when sum.Sum.IsVarying:
                    tangents.Add(add(sum, Of(sum.Term)));
                    break;
                case Branch branch:
                    tangents.Add(new Branch(
                        branch.Condition, [.. Adjoint.Inner(branch.Then), .. Forward(branch.Then, add)],
                        [.. Adjoint.Inner(branch.Otherwise), .. Forward(branch.Otherwise, add)],
                        [.. branch.Joins.Where(join => join.Variable.Kind == ValueKind.Number).Select(join => new Join(Of(join.Variable), Of(join.Then), Of(join.Otherwise)))]));
                    break;
                case Repeat loop:
                    tangents.Add(new Repeat(loop.Index, loop.From, loop.To, [.. Adjoint.Inner(loop.Body), .. Forward(loop.Body, add)]));
                    break;
            }
        }
        return tangents;
    }
}
