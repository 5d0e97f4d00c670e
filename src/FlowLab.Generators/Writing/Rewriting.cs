using System;
using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Code;

namespace FlowLab.Generators.Writing;

/// <summary>Statements with other expressions.</summary>
internal static class Rewriting
{
    /// <summary>The statements without some of them, also inside of others.</summary>
    public static List<Statement> Without(IEnumerable<Statement> statements, Func<Statement, bool> isLeftOut) =>
    [
        .. statements.Where(statement => !isLeftOut(statement)).Select(statement => statement switch
        {
            Branch branch => new Branch(branch.Condition, Without(branch.Then, isLeftOut), Without(branch.Otherwise, isLeftOut), branch.Joins),
            Repeat loop => loop.With(Without(loop.Body, isLeftOut)),
            Samples samples => new Samples(Without(samples.Body, isLeftOut)),
            _ => statement,
        }),
    ];

    /// <summary>The statement with every part of its expressions replaced, from the innermost out.</summary>
    public static Statement Replace(Statement statement, Func<Expression, Expression> replacement)
    {
        Expression New(Expression value) => replacement(value.Parts.Count == 0 ? value : value.With([.. value.Parts.Select(New)]));
        List<Statement> All(List<Statement> body) => [.. body.Select(inner => Replace(inner, replacement))];
        return statement switch
        {
            Define define => new Define(define.Variable, New(define.Value)),
            Accumulate add => new Accumulate(add.Sum, New(add.Term)),
            Branch branch => new Branch(
                New(branch.Condition), All(branch.Then), All(branch.Otherwise),
                [.. branch.Joins.Select(join => new Join(join.Variable, New(join.Then), New(join.Otherwise)))]),
            Repeat loop => new Repeat(
                loop.Index, New(loop.From), New(loop.To), All(loop.Body), [.. loop.Carries.Select(carry => new Carry(carry.Variable, New(carry.Start), New(carry.Next)))]),
            Samples samples => new Samples(All(samples.Body)),
            Change change => new Change(New(change.Index), New(change.Value)),
            AddLogDet add => new AddLogDet(New(add.Value)),
            StoreRow store => new StoreRow(store.Row, New(store.Value), store.IsAdded),
            StoreFeatureGradient store => new StoreFeatureGradient(New(store.Index), New(store.Value), store.IsAdded),
            StoreParameterGradient store => new StoreParameterGradient(store.Block, New(store.Index), New(store.Value)),
            KeepFeature keep => new KeepFeature(New(keep.Index), New(keep.Value)),
            _ => statement,
        };
    }
}
