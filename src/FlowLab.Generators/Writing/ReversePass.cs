using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Analysis;
using FlowLab.Generators.Code;
using FlowLab.Generators.Derivatives;

namespace FlowLab.Generators.Writing;

/// <summary>What the two backward passes have in common: the reverse of segments, gradients between them in rows.</summary>
internal abstract class ReversePass(LayerAnalysis analysis, IReadOnlyCollection<Variable> kept, bool isTape) : PassBuilder(analysis, kept, isTape)
{
    private readonly Dictionary<Variable, Row> _gradientRows = [];
    private readonly HashSet<Variable> _started = [];
    private readonly List<Statement> _cleared = [];
    private readonly List<Variable> _prepared = [];

    private Adjoint? _adjoint;

    protected Adjoint Adjoint => _adjoint ??= new Adjoint(Names);

    /// <summary>Uniform values and the starts of their gradients.</summary>
    protected List<Statement> Start() =>
        [.. Analysis.Uniform, .. Numbers(Analysis.Uniform).Select(variable => Adjoint.Start(variable))];

    /// <summary>The end of a pass: gradients of what is the same for all samples.</summary>
    protected List<Statement> End() => Adjoint.Reverse(Analysis.Uniform, false);

    /// <summary>Before the reverse part: rows that loops over features will need, and gradients that they add to.</summary>
    protected Statement Prologue()
    {
        List<Statement> body = _prepared.Count == 0 ? [] : Values(Analysis.Segments.Last(segment => segment.Loop is null));
        body.AddRange(_prepared.Select(variable => new StoreRow(RowOf(variable), new Read(variable), false)));
        return new Samples([.. body, .. _cleared]);
    }

    /// <summary>Gives the gradient of a value its first term.</summary>
    protected StoreRow StartGradient(Variable variable, Expression value)
    {
        _started.Add(variable);
        return new StoreRow(GradientRowOf(variable), value, false);
    }

    /// <summary>The reverse of a segment without loop.</summary>
    protected Statement ReverseSamples(Segment segment)
    {
        HashSet<Variable> crossing = Analysis.Crossing();
        List<Statement> body = Values(segment);
        foreach (Variable own in Numbers(segment.Statements))
            body.Add(Adjoint.Start(own, crossing.Contains(own) && _started.Contains(own) ? new RowValue(GradientRowOf(own)) : null));
        Variable[] outside = [.. Analysis.Outside(segment)];
        body.AddRange(outside.Select(variable => Adjoint.Start(variable)));
        body.AddRange(Adjoint.Reverse(segment.Statements, false));
        foreach (Variable variable in outside)
            body.Add(new StoreRow(GradientRowOf(variable), new Read(Adjoint.Of(variable)), !_started.Add(variable)));
        return new Samples(body);
    }

    /// <summary>The reverse of a segment with a loop over features.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="values">Its values, computed again.</param>
    /// <param name="statements">What of it is differentiated.</param>
    protected Statement ReverseFeatures(Segment segment, IEnumerable<Statement> values, IReadOnlyList<Statement> statements)
    {
        List<Statement> body = [.. Outside(segment), .. values];
        body.AddRange(Analysis.SumsOutside(segment).Where(_started.Contains).Select(sum => Adjoint.Start(sum, new RowValue(GradientRowOf(sum)))));
        body.AddRange(Numbers(segment.Statements).Select(variable => Adjoint.Start(variable)));
        Variable[] outside = [.. Analysis.Outside(segment)];
        body.AddRange(outside.Select(variable => Adjoint.Start(variable)));
        body.AddRange(Adjoint.Reverse(statements, false));
        foreach (Variable variable in outside)
        {
            if (_started.Add(variable))
                _cleared.Add(new StoreRow(GradientRowOf(variable), Code.Numbers.Zero, false));
            body.Add(new StoreRow(GradientRowOf(variable), new Read(Adjoint.Of(variable)), true));
        }
        return AroundUniform(segment, body);
    }

    /// <summary>The loops of a segment, with the gradients of its uniform values.</summary>
    protected Statement AroundUniform(Segment segment, List<Statement> body) =>
        Around(segment, body, Numbers(segment.Uniform).Select(variable => Adjoint.Start(variable)), Adjoint.Reverse(segment.Uniform, false));

    /// <summary>Loads of what a loop over features takes from elsewhere.</summary>
    protected List<Statement> Outside(Segment segment)
    {
        List<Statement> loads = [];
        foreach (Variable variable in Analysis.Outside(segment))
        {
            if (!IsKept(variable) && !_prepared.Contains(variable))
                _prepared.Add(variable);
            loads.Add(Load(variable));
        }
        return loads;
    }

    protected Row GradientRowOf(Variable variable)
    {
        if (!_gradientRows.TryGetValue(variable, out Row? row))
            _gradientRows[variable] = row = new Row(variable.Name + "Gradient", false);
        return row;
    }

    protected static IEnumerable<Variable> Numbers(IEnumerable<Statement> statements) =>
        LayerAnalysis.Defined(statements, false).Where(variable => variable.Kind == ValueKind.Number);
}
