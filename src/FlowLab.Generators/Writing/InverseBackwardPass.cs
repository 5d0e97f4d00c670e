using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Analysis;
using FlowLab.Generators.Code;
using FlowLab.Generators.Derivatives;

namespace FlowLab.Generators.Writing;

/// <summary>
/// The adjoint of the inverse, from the layer alone: z' = E(z, s(z)) with m numbers s per sample. With l the gradient of the log-det and
/// G = dL/dz, the implicit function theorem wants lambda = J^-T (G + l dlog-det/dz) and the parameters paired with -lambda. J is
/// diag(a) + B C with a = dE/dz, B = dE/ds [D, m], C = ds/dz [m, D], and so lambda = (G + l dlog-det/dz - C'mu) / a with mu = B'lambda [m] from
/// (I + T) mu = V'G + l D log-det, where V = B / a and row k of T and of D log-det are derivatives in the direction of V's column k: m passes of forward
/// mode. Where s and the log-det depend on features only that stay, as in couplings, T is zero and there is no system to solve.
/// </summary>
internal sealed partial class InverseBackwardPass : ReversePass
{
    private readonly ChangedRange? _range;
    private readonly Expression? _value;
    private readonly Variable[] _scalars;

    /// <exception cref="RefusedException">The change of z has another form.</exception>
    public InverseBackwardPass(LayerAnalysis analysis)
        : base(analysis, analysis.Crossing(), false)
    {
        _range = ChangedRange.Of(analysis);
        _value = Written(analysis.Changed.Value);
        _scalars = [.. analysis.Outside(analysis.Update).Where(IsInChange)];
        if (_scalars.Length > 0 && Obstacle() is { } obstacle)
            throw Refuse($"The new z[i] depends on values of the sample ({string.Join(", ", _scalars.Select(scalar => scalar.Name))}) {obstacle}");
    }

    /// <summary>Why the directions of the values per sample are not known.</summary>
    private string? Obstacle() =>
        _range is null ? "but what changes is not z[i] or z[offset + i], i from a loop"
        : _value is null ? "and on a branch or loop within the loop that changes it"
        : _value.All().OfType<Feature>().Any(feature => !_range.IsApart(feature.Index)) ? "and on other features that may change, too"
        : _scalars.Length > MostValues && _scalars.Any(Moving().Contains) ? $"of which there are more than {MostValues}"
        : null;

    public List<Statement> Build()
    {
        List<Statement> directions = _scalars.Length == 0 ? [] : Directions();
        List<Statement> reverse = [];
        foreach (Segment segment in Enumerable.Reverse(Analysis.Segments))
        {
            if (segment.Loop is null)
                reverse.Add(ReverseSamples(segment));
            else if (segment != Analysis.Update || Analysis.SumsOutside(segment).Any())
                reverse.Add(ReverseFeatures(segment, Adjoint.Inner(segment.Statements), Rest(segment)));
        }
        Statement update = Update();
        return Tidying.Tidy([.. Start(), .. Forward(false), Prologue(), .. directions, .. reverse, update, .. End()]);
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

    private RefusedException Refuse(string reason) => new(Faults.InverseAdjoint, Analysis.Layer.Changed, reason);
}
