using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Analysis;
using FlowLab.Generators.Code;
using FlowLab.Generators.Derivatives;

namespace FlowLab.Generators.Writing;

/// <summary>
/// The adjoint of the inverse, from the layer alone: z' = E(z, s(z)) with one number s per sample. With l the gradient of the log-det and
/// G = dL/dz, the implicit function theorem wants lambda = J^-T (G + l dlog-det/dz) and the parameters paired with -lambda. J is
/// diag(a) + b c' with a = dE/dz, b = dE/ds, c = ds/dz, and so lambda = (G + l dlog-det/dz - mu c) / a with
/// mu = b'lambda = (v'G + l D log-det) / (1 + D s), where D is the derivative in the direction v = b / a: one pass of forward mode.
/// </summary>
internal sealed class InverseBackwardPass : ReversePass
{
    private readonly Expression? _value;
    private readonly Variable? _scalar;

    /// <exception cref="RefusedException">The change of z has another form.</exception>
    public InverseBackwardPass(LayerAnalysis analysis)
        : base(analysis, analysis.Crossing(), false)
    {
        _value = Written(analysis.Changed.Value);
        Variable[] scalars = [.. analysis.Outside(analysis.Update).Where(IsInChange)];
        if (scalars.Length > 1)
            throw Refuse($"The new z[i] depends on {scalars.Length} values of the sample ({string.Join(", ", scalars.Select(scalar => scalar.Name))})");
        _scalar = scalars.FirstOrDefault();
        if (_scalar is not null && (_value is null || !IsWholeRange() || _value.All().OfType<Feature>().Any()))
            throw Refuse($"The new z[i] depends on {_scalar.Name} and on a branch or other features, or not all z[i] change");
    }

    public List<Statement> Build()
    {
        List<Statement> direction = _scalar is null ? [] : Direction(_scalar);
        List<Statement> reverse = [];
        foreach (Segment segment in Enumerable.Reverse(Analysis.Segments))
        {
            if (segment.Loop is null)
                reverse.Add(ReverseSamples(segment));
            else if (segment != Analysis.Update || Analysis.SumsOutside(segment).Any())
                reverse.Add(ReverseFeatures(segment, Adjoint.Inner(segment.Statements), Rest(segment)));
        }
        Statement update = Update();
        return Tidying.Tidy([.. Start(), .. Forward(false), Prologue(), .. direction, .. reverse, update, .. End()]);
    }

    private static List<Statement> Rest(Segment segment) => [.. segment.Statements.Where(statement => statement is not Change)];

    /// <summary>lambda takes the place of the gradient, -lambda goes to what the change was computed from, and z moves on.</summary>
    private Statement Update()
    {
        Segment segment = Analysis.Update;
        Expression index = Analysis.Changed.Index;
        var incoming = new Variable(Names.Take("incoming"), ValueKind.Number) { IsVarying = true };
        var lambda = new Variable(Names.Take("lambda"), ValueKind.Number) { IsVarying = true };
        Adjoint.Omitted = Analysis.Old.Variable;
        List<Statement> body =
        [
            .. Outside(segment), .. Adjoint.Inner(segment.Statements),
            .. SlopeOfOld(out Expression slope),
            new Define(incoming, new FeatureGradient(index)),
            new Define(lambda, Code.Numbers.Divide(new Read(incoming), slope)),
            new StoreFeatureGradient(index, new Read(lambda), false),
            .. Numbers(segment.Statements).Select(variable => Adjoint.Start(variable)),
        ];
        Adjoint.Pass(Analysis.Changed.Value, Code.Numbers.Negate(new Read(lambda)), Analysis.Changed.Value, body);
        body.AddRange(Adjoint.Reverse([.. Adjoint.Inner(segment.Statements).Where(statement => !ReferenceEquals(statement, Analysis.Old))], false));
        Adjoint.Omitted = null;
        body.Add(Analysis.Changed);
        return AroundUniform(segment, body);
    }

    /// <summary>dE/dz: written out or, where there are branches, by reverse mode.</summary>
    private List<Statement> SlopeOfOld(out Expression slope)
    {
        Variable old = Analysis.Old.Variable;
        if (Peeling.Inline(Analysis.Changed.Value, Analysis) is { } value)
        {
            slope = Slope.Of(value, old);
            return [];
        }
        var adjoint = new Adjoint(Names);
        List<Statement> own = [.. Adjoint.Inner(Analysis.Update.Statements).Where(statement => !ReferenceEquals(statement, Analysis.Old))];
        List<Statement> sweep = [.. Numbers(Analysis.Update.Statements).Select(variable => adjoint.Start(variable))];
        adjoint.Pass(Analysis.Changed.Value, Code.Numbers.One, Analysis.Changed.Value, sweep);
        sweep.AddRange(Rewriting.Without(adjoint.Reverse(own, false), statement => statement is StoreFeatureGradient or StoreParameterGradient));
        slope = new Read(adjoint.Of(old));
        return sweep;
    }

    /// <summary>Whether the new z[i] is computed from a value.</summary>
    private bool IsInChange(Variable variable)
    {
        HashSet<Variable> sources = [.. Analysis.Changed.Reads()];
        foreach (Statement statement in Enumerable.Reverse(Analysis.Update.Statements))
            if (statement is not Change && LayerAnalysis.Defined([statement], true).Any(sources.Contains))
                sources.UnionWith(statement.Reads());
        return sources.Contains(variable);
    }

    /// <summary>Starts the gradient of s with -mu.</summary>
    private List<Statement> Direction(Variable scalar)
    {
        var along = new Row("along", false);
        var bend = new Row("bend", false);
        Dictionary<Variable, Row> rows = [];
        Row RowOfTangent(Variable variable) => rows.TryGetValue(variable, out Row? row) ? row : rows[variable] = new Row(variable.Name + "Tangent", false);
        var tangent = new Tangent(Names, DirectionAt);
        HashSet<Variable> crossing = Analysis.Crossing();
        List<Statement> pass = [Along(along)];
        foreach (Segment segment in Analysis.Segments)
        {
            List<Statement> body = segment.Loop is null ? Values(segment) : [.. Outside(segment), .. Adjoint.Inner(segment.Statements)];
            body.AddRange(Analysis.Outside(segment).Select(variable => new Define(tangent.Of(variable), new RowValue(RowOfTangent(variable)))));
            body.AddRange(tangent.Forward(segment.Statements, (sum, term) => Analysis.IsFeatureSum(sum.Sum)
                ? new StoreRow(RowOfTangent(sum.Sum), term, true)
                : new Accumulate(tangent.Of(sum.Sum), term)));
            body.AddRange(Numbers(segment.Statements).Where(crossing.Contains).Select(variable => new StoreRow(RowOfTangent(variable), new Read(tangent.Of(variable)), false)));
            body.AddRange(segment.Statements.OfType<AddLogDet>().Select(add => new StoreRow(bend, Code.Numbers.Multiply(new LogDetGradient(), tangent.Of(add.Value)), false)));
            pass.Add(Around(segment, body));
        }
        Expression mu = Code.Numbers.Divide(
            Code.Numbers.Add(new RowValue(along), new RowValue(bend)), Code.Numbers.Add(Code.Numbers.One, new RowValue(RowOfTangent(scalar))));
        pass.Add(new Samples([StartGradient(scalar, Code.Numbers.Negate(mu))]));
        pass.Insert(0, new Samples([new StoreRow(along, Code.Numbers.Zero, false)]));
        return pass;
    }

    /// <summary>v'G.</summary>
    private Statement Along(Row along)
    {
        Expression index = Analysis.Changed.Index;
        return Around(Analysis.Update,
        [
            .. Outside(Analysis.Update),
            new StoreRow(along, Code.Numbers.Multiply(DirectionAt(index), new FeatureGradient(index)), true),
        ]);
    }

    /// <summary>v[index] = (dE/ds) / (dE/dz) there.</summary>
    private Expression DirectionAt(Expression index)
    {
        Expression ratio = Code.Numbers.Divide(Slope.Of(_value!, _scalar!), Slope.Of(_value!, Analysis.Old.Variable));
        Variable loop = Analysis.Update.Loop!.Index;
        Expression At(Expression part) => part switch
        {
            Read read when read.Variable == loop => index,
            Read read when read.Variable == Analysis.Old.Variable => new Feature(index),
            Read read when read.Variable == _scalar => new RowValue(RowOf(_scalar)),
            _ => part.Parts.Count == 0 ? part : part.With([.. part.Parts.Select(At)]),
        };
        return At(ratio);
    }

    /// <summary>An expression of the update in terms of the old z[i], of values from outside and of parameters.</summary>
    private Expression? Written(Expression value)
    {
        Dictionary<Variable, Expression> definitions = Analysis.Update.Statements.Concat(Analysis.Update.Uniform).OfType<Define>()
            .Where(define => !define.Variable.IsSum).ToDictionary(define => define.Variable, define => define.Value);
        HashSet<Variable> inside = [.. LayerAnalysis.Defined(Analysis.Update.Statements.Concat(Analysis.Update.Uniform), true)];
        bool isKnown = true;
        Expression Write(Expression part)
        {
            if (part is Read { Variable: var variable } && variable != Analysis.Old.Variable && inside.Contains(variable))
            {
                isKnown &= definitions.TryGetValue(variable, out Expression? definition);
                return definition is null ? part : Write(definition);
            }
            return part.Parts.Count == 0 ? part : part.With([.. part.Parts.Select(Write)]);
        }
        Expression written = Write(value);
        return isKnown ? written : null;
    }

    private bool IsWholeRange() =>
        Analysis.Update.Loop is { From: Constant { Text: "0" }, To: Constant { Text: "dimension" } } loop
        && Analysis.Changed.Index is Read { Variable: var index } && index == loop.Index;

    private RefusedException Refuse(string reason) => new(Faults.InverseAdjoint, Analysis.Layer.Changed, reason);
}
