using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Analysis;
using FlowLab.Generators.Code;
using FlowLab.Generators.Derivatives;
using FlowLab.Generators.Reading;

namespace FlowLab.Generators.Writing;

/// <summary>What the passes through a layer have in common: rows, and loops around segments.</summary>
/// <param name="analysis">The layer.</param>
/// <param name="kept">The values that have rows before anything is differentiated.</param>
/// <param name="isTape">Whether these rows are those of the tape.</param>
internal abstract class PassBuilder(LayerAnalysis analysis, IReadOnlyCollection<Variable> kept, bool isTape)
{
    private readonly Dictionary<Variable, Row> _rows = [];
    private readonly HashSet<Variable> _kept = [.. kept];

    protected LayerAnalysis Analysis { get; } = analysis;

    public Names Names { get; } = analysis.Layer.Names.Copy();

    /// <summary>Whether it lies in memory before the backward part begins.</summary>
    protected bool IsKept(Variable variable) => _kept.Contains(variable);

    /// <summary>The row of a variable.</summary>
    protected Row RowOf(Variable variable)
    {
        if (!_rows.TryGetValue(variable, out Row? row))
            _rows[variable] = row = new Row(variable.Name, isTape && IsKept(variable));
        return row;
    }

    protected Define Load(Variable variable) => new(variable, new RowValue(RowOf(variable)));

    /// <summary>The loops of a segment around what is done for each sample.</summary>
    protected static Statement Around(Segment segment, List<Statement> body, IEnumerable<Statement>? before = null, IEnumerable<Statement>? after = null)
    {
        var samples = new Samples(body);
        return segment.Loop is { } loop
            ? new Repeat(loop.Index, loop.From, loop.To, [.. segment.Uniform, .. before ?? [], samples, .. after ?? []])
            : samples;
    }

    /// <summary>The segments as they stand, with what passes between them in rows.</summary>
    /// <param name="changes">Whether z and the log-det change.</param>
    protected List<Statement> Forward(bool changes)
    {
        HashSet<Variable> stored = [.. Analysis.Crossing(), .. _kept];
        List<Statement> pass = [];
        foreach (Segment segment in Analysis.Segments)
        {
            IEnumerable<Statement> loads = Analysis.Outside(segment).Select(Load);
            pass.Add(Around(segment, [.. loads, .. Stored(segment.Statements, stored, changes)]));
        }
        return pass;
    }

    private List<Statement> Stored(IEnumerable<Statement> statements, HashSet<Variable> stored, bool changes)
    {
        List<Statement> list = [];
        foreach (Statement statement in statements)
        {
            switch (statement)
            {
                case Define define when stored.Contains(define.Variable) && Analysis.IsFeatureSum(define.Variable):
                    list.Add(new StoreRow(RowOf(define.Variable), define.Value, false));
                    break;
                case Define define when stored.Contains(define.Variable):
                    list.Add(define);
                    list.Add(new StoreRow(RowOf(define.Variable), new Read(define.Variable), false));
                    break;
                case Accumulate add when stored.Contains(add.Sum) && Analysis.IsFeatureSum(add.Sum):
                    list.Add(new StoreRow(RowOf(add.Sum), add.Term, true));
                    break;
                case Branch branch:
                    list.Add(new Branch(branch.Condition, Stored(branch.Then, stored, changes), Stored(branch.Otherwise, stored, changes), branch.Joins));
                    list.AddRange(branch.Joins.Where(join => stored.Contains(join.Variable)).Select(join => new StoreRow(RowOf(join.Variable), new Read(join.Variable), false)));
                    break;
                case Repeat loop:
                    list.Add(loop.With(Stored(loop.Body, stored, changes)));
                    list.AddRange(loop.Carries.Where(carry => stored.Contains(carry.Variable)).Select(carry => new StoreRow(RowOf(carry.Variable), new Read(carry.Variable), false)));
                    break;
                case Change or AddLogDet when !changes:
                    break;
                default:
                    list.Add(statement);
                    break;
            }
        }
        return list;
    }

    /// <summary>All values of samples that segments without loop define up to one of them, those in rows loaded, the others computed again.</summary>
    protected List<Statement> Values(Segment last)
    {
        List<Statement> values = [];
        foreach (Segment segment in Analysis.Segments.TakeWhile(segment => segment != last).Append(last).Where(segment => segment.Loop is null))
        {
            foreach (Statement statement in Adjoint.Inner(segment.Statements))
                AddValue(statement, values);
        }
        return values;
    }

    private void AddValue(Statement statement, List<Statement> values)
    {
        switch (statement)
        {
            case Define define when IsKept(define.Variable):
                values.Add(Load(define.Variable));
                break;
            case Define define when Analysis.IsFeatureSum(define.Variable):
                break;
            case Repeat { Carries.Count: > 0 } loop when loop.Carries.All(carry => IsKept(carry.Variable)):
                values.AddRange(loop.Carries.Select(carry => Load(carry.Variable)));
                break;
            case Branch branch:
                values.AddRange(branch.Joins.Where(join => IsKept(join.Variable)).Select(join => Load(join.Variable)));
                values.Add(new Branch(branch.Condition, branch.Then, branch.Otherwise, [.. branch.Joins.Where(join => !IsKept(join.Variable))]));
                break;
            default:
                values.Add(statement);
                break;
        }
    }
}
