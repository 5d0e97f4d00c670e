using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Code;

namespace FlowLab.Generators.Writing;

/// <summary>Takes out of a pass what nobody reads, and writes gradients of one term as one assignment.</summary>
internal static class Tidying
{
    public static List<Statement> Tidy(List<Statement> pass)
    {
        List<Statement> tidy = Propagated(Merged(Live(pass)));
        return Fusion.Fuse(Live(Propagated(Merged(Live(Rewriting.Without(tidy, AddsNothing))))));
    }

    private static bool AddsNothing(Statement statement) => statement switch
    {
        Accumulate add => Numbers.IsZero(add.Term),
        AddLogDet add => Numbers.IsZero(add.Value),
        StoreRow store => store.IsAdded && Numbers.IsZero(store.Value),
        StoreFeatureGradient store => store.IsAdded && Numbers.IsZero(store.Value),
        StoreParameterGradient store => Numbers.IsZero(store.Value),
        _ => false,
    };

    /// <summary>Without values and rows that are never read.</summary>
    private static List<Statement> Live(List<Statement> pass)
    {
        for (HashSet<Row>? rows = null; ;)
        {
            List<Statement> live = Live(pass, [], rows);
            HashSet<Row> read = [.. live.SelectMany(statement => statement.AllValues()).OfType<RowValue>().Select(value => value.Row)];
            if (rows is not null && rows.SetEquals(read))
                return live;
            rows = read;
        }
    }

    private static List<Statement> Live(List<Statement> statements, HashSet<Variable> live, HashSet<Row>? rows)
    {
        List<Statement> kept = [];
        for (int i = statements.Count - 1; i >= 0; i--)
        {
            if (Live(statements[i], live, rows) is { } statement)
                kept.Add(statement);
        }
        kept.Reverse();
        return kept;
    }

    private static Statement? Live(Statement statement, HashSet<Variable> live, HashSet<Row>? rows)
    {
        switch (statement)
        {
            case Define define:
                if (!live.Remove(define.Variable))
                    return null;
                break;
            case Accumulate add when !live.Contains(add.Sum):
            case StoreRow { Row.IsTape: false } store when rows is not null && !rows.Contains(store.Row):
                return null;
            case Branch branch:
                return LiveBranch(branch, live, rows);
            case Repeat loop:
                return LiveRepeat(loop, live, rows);
            case Samples samples:
                List<Statement> inner = LiveLoop(samples.Body, live, rows);
                return inner.Count == 0 ? null : new Samples(inner);
        }
        live.UnionWith(statement.Values.SelectMany(ReadsOf));
        return statement;
    }

    /// <summary>A carry lives if it is read behind the loop, or in a round for something else that lives.</summary>
    private static Repeat? LiveRepeat(Repeat loop, HashSet<Variable> live, HashSet<Row>? rows)
    {
        HashSet<Variable> carried = [.. loop.Carries.Select(carry => carry.Variable).Where(live.Contains)];
        while (true)
        {
            Carry[] carries = [.. loop.Carries.Where(carry => carried.Contains(carry.Variable))];
            HashSet<Variable> inside = [.. live, .. carries.SelectMany(carry => ReadsOf(carry.Next))];
            List<Statement> body = Live(loop.Body, inside, rows);
            Variable[] others = [.. loop.Carries.Select(carry => carry.Variable).Where(variable => inside.Contains(variable) && !carried.Contains(variable))];
            if (others.Length > 0)
            {
                carried.UnionWith(others);
                continue;
            }
            if (body.Count == 0 && carries.Length == 0)
                return null;
            live.UnionWith(inside);
            live.ExceptWith(carried);
            live.UnionWith(carries.Select(carry => carry.Start).Concat([loop.From, loop.To]).SelectMany(ReadsOf));
            return new Repeat(loop.Index, loop.From, loop.To, body, carries);
        }
    }

    private static List<Statement> LiveLoop(List<Statement> body, HashSet<Variable> live, HashSet<Row>? rows)
    {
        HashSet<Variable> inside = [.. live];
        List<Statement> kept = Live(body, inside, rows);
        live.UnionWith(inside);
        return kept;
    }

    private static Branch? LiveBranch(Branch branch, HashSet<Variable> live, HashSet<Row>? rows)
    {
        List<Join> joins = [.. branch.Joins.Where(join => live.Contains(join.Variable))];
        live.ExceptWith(joins.Select(join => join.Variable));
        HashSet<Variable> then = [.. live, .. joins.SelectMany(join => ReadsOf(join.Then))];
        HashSet<Variable> otherwise = [.. live, .. joins.SelectMany(join => ReadsOf(join.Otherwise))];
        List<Statement> thenBody = Live(branch.Then, then, rows);
        List<Statement> otherwiseBody = Live(branch.Otherwise, otherwise, rows);
        live.UnionWith(then);
        live.UnionWith(otherwise);
        if (joins.Count == 0 && thenBody.Count == 0 && otherwiseBody.Count == 0)
            return null;
        live.UnionWith(ReadsOf(branch.Condition));
        return new Branch(branch.Condition, thenBody, otherwiseBody, joins);
    }

    private static IEnumerable<Variable> ReadsOf(Expression value) => value.All().OfType<Read>().Select(read => read.Variable);

    /// <summary>sum = 0; sum += a becomes sum = a; other starts move to where they are needed.</summary>
    private static List<Statement> Merged(List<Statement> statements)
    {
        List<Statement> list = [.. statements.Select(statement => WithBodies(statement, Merged))];
        for (int i = list.Count - 1; i >= 0; i--)
        {
            if (list[i] is not Define { Variable: { IsSum: true } sum } start || !Numbers.IsZero(start.Value))
                continue;
            int first = list.FindIndex(i + 1, statement => Mentions(statement, sum));
            if (first < 0)
                continue;
            list[first] = list[first] is Accumulate add && add.Sum == sum ? new Define(sum, add.Term) : list[first];
            list.RemoveAt(i);
            if (list[first - 1] is not Define merged || merged.Variable != sum)
                list.Insert(first - 1, start);
        }
        return list;
    }

    private static bool Mentions(Statement statement, Variable variable) =>
        statement.Reads().Contains(variable) || AddsTo(statement, variable);

    private static bool AddsTo(Statement statement, Variable variable) => statement.All().OfType<Accumulate>().Any(add => add.Sum == variable);

    /// <summary>Without second names for one value, and without gradients that are stored as they were.</summary>
    private static List<Statement> Propagated(List<Statement> statements)
    {
        List<Statement> list = [.. statements];
        for (int i = 0; i < list.Count; i++)
        {
            list[i] = WithBodies(list[i], Propagated);
            if (list[i] is Define { Value: Read or Constant or LogDetGradient } copy && !list.Skip(i + 1).Any(statement => AddsTo(statement, copy.Variable)))
            {
                for (int j = i + 1; j < list.Count; j++)
                    list[j] = Rewriting.Replace(list[j], part => part is Read read && read.Variable == copy.Variable ? copy.Value : part);
            }
        }
        list.RemoveAll(statement => statement is StoreFeatureGradient { IsAdded: false, Value: Read { Variable: var value } } store
            && list.OfType<Define>().Any(define => define.Variable == value && define.Value is FeatureGradient same && Numbers.AreEqual(same.Index, store.Index)));
        return list;
    }

    private static Statement WithBodies(Statement statement, System.Func<List<Statement>, List<Statement>> change) => statement switch
    {
        Branch branch => new Branch(branch.Condition, change(branch.Then), change(branch.Otherwise), branch.Joins),
        Repeat loop => loop.With(change(loop.Body)),
        Samples samples => new Samples(change(samples.Body)),
        _ => statement,
    };
}
