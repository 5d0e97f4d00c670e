using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Code;
using FlowLab.Generators.Derivatives;

namespace FlowLab.Generators.Analysis;

/// <summary>
/// A layer taken apart: what depends on parameters only and is computed once per tile, and the segments that run over samples. Values of a
/// sample that pass from one segment to another are rows in memory.
/// </summary>
internal sealed class LayerAnalysis
{
    private readonly Dictionary<Variable, Segment> _home = [];
    private readonly Dictionary<Variable, int> _ready = [];

    /// <exception cref="RefusedException">z does not change in one loop over features, or forgets what it was.</exception>
    public LayerAnalysis(Layer layer)
    {
        Layer = layer;
        foreach (Statement statement in layer.Body)
            Place(statement);
        foreach (Segment segment in Segments)
            foreach (Variable variable in Defined(segment.Statements, true))
                _home[variable] = segment;
        Update = Segments.FirstOrDefault(segment => segment.Statements.OfType<Change>().Any())
            ?? throw new RefusedException(Faults.ChangePlace, layer.Changed, $"{layer.Name} does not change z");
        Changed = Update.Statements.OfType<Change>().Single();
        Old = Update.Statements.OfType<Define>().FirstOrDefault(define => define.Value is Feature feature && Numbers.AreEqual(feature.Index, Changed.Index));
        if (Old is null || !DependentsOf(Old.Variable).Overlaps(Changed.Reads()))
            throw new RefusedException(Faults.Forgets, layer.Changed, "z[i]");
    }

    public Layer Layer { get; }

    /// <summary>What depends on parameters only.</summary>
    public List<Statement> Uniform { get; } = [];

    public List<Segment> Segments { get; } = [];

    /// <summary>The segment that changes z.</summary>
    public Segment Update { get; }

    /// <summary>How it changes z.</summary>
    public Change Changed { get; }

    /// <summary>The variable that holds z[i] before the change.</summary>
    public Define Old { get; }

    /// <summary>Variables of samples that a segment uses and does not define.</summary>
    public IEnumerable<Variable> Outside(Segment segment) =>
        segment.Statements.SelectMany(statement => statement.Reads()).Where(variable => variable.IsVarying && _home[variable] != segment).Distinct();

    /// <summary>Sums of other segments that a segment adds to.</summary>
    public IEnumerable<Variable> SumsOutside(Segment segment) =>
        segment.Statements.SelectMany(statement => statement.All()).OfType<Accumulate>().Select(add => add.Sum).Where(sum => _home[sum] != segment).Distinct();

    /// <summary>Variables of a sample that more than one segment has to do with.</summary>
    public HashSet<Variable> Crossing() => [.. Segments.SelectMany(segment => Outside(segment).Concat(SumsOutside(segment)))];

    /// <summary>Variables of samples that segments without loop over features define, at their outermost level.</summary>
    public IEnumerable<Variable> SampleValues() =>
        Segments.Where(segment => segment.Loop is null).SelectMany(segment => Defined(segment.Statements, false)).Where(variable => variable.Kind == ValueKind.Number);

    /// <summary>Whether segments with a loop over features add to it.</summary>
    public bool IsFeatureSum(Variable variable) => Segments.Any(segment => segment.Loop is not null && SumsOutside(segment).Contains(variable));

    /// <summary>A variable of the update and what the update computes from it.</summary>
    public HashSet<Variable> DependentsOf(Variable variable)
    {
        HashSet<Variable> dependents = [variable];
        foreach (Statement statement in Update.Statements)
            if (statement.Reads().Any(dependents.Contains))
                dependents.UnionWith(Defined([statement], true));
        return dependents;
    }

    /// <summary>The variables that statements define, at the outermost level or at all levels.</summary>
    public static IEnumerable<Variable> Defined(IEnumerable<Statement> statements, bool isDeep) => statements
        .SelectMany(statement => isDeep ? statement.All() : [statement])
        .SelectMany(statement => statement switch
        {
            Define define => [define.Variable],
            Branch branch => branch.Joins.Select(join => join.Variable),
            Repeat loop => loop.Carries.Select(carry => carry.Variable),
            _ => Enumerable.Empty<Variable>(),
        });

    /// <summary>Whether a statement has to be done for each sample.</summary>
    public static bool IsPerSample(Statement statement) => statement.All().Any(inner => inner switch
    {
        Define define => define.Variable.IsVarying,
        Accumulate add => add.Sum.IsVarying,
        Branch branch => branch.Joins.Any(join => join.Variable.IsVarying),
        Repeat loop => loop.Carries.Any(carry => carry.Variable.IsVarying),
        Change or AddLogDet => true,
        _ => false,
    });

    /// <summary>A loop whose rounds need each other runs within one sample; every other one has the samples inside of its rounds.</summary>
    private void Place(Statement statement)
    {
        if (!IsPerSample(statement))
            Uniform.Add(statement);
        else if (statement is Repeat { Carries.Count: 0 } loop)
        {
            Segments.Add(OfLoop(loop));
            foreach (Accumulate add in statement.All().OfType<Accumulate>())
                _ready[add.Sum] = Segments.Count;
        }
        else
            PlaceEarly(statement);
    }

    /// <summary>Into the first segment without loop where everything that it reads is known: so there are few such segments.</summary>
    private void PlaceEarly(Statement statement)
    {
        int ready = statement.Reads().Select(variable => _ready.TryGetValue(variable, out int at) ? at : 0).DefaultIfEmpty(0).Max();
        int index = Segments.FindIndex(ready, segment => segment.Loop is null);
        if (index < 0)
        {
            index = Segments.Count;
            Segments.Add(new Segment(null));
        }
        Segments[index].Statements.Add(statement);
        foreach (Variable variable in Defined([statement], true))
            _ready[variable] = index;
    }

    /// <summary>Sums over parameters that share a loop with those over features become a loop of their own.</summary>
    private Segment OfLoop(Repeat loop)
    {
        var segment = new Segment(loop);
        List<Statement> uniform = [.. loop.Body.Where(inner => !IsPerSample(inner))];
        HashSet<Variable> own = [.. Defined(uniform, true)];
        if (uniform.SelectMany(inner => inner.All()).OfType<Accumulate>().Any(add => !own.Contains(add.Sum)))
            Uniform.Add(new Repeat(loop.Index, loop.From, loop.To, uniform));
        segment.Uniform.AddRange(Adjoint.Inner(uniform));
        segment.Statements.AddRange(loop.Body.Where(IsPerSample));
        return segment;
    }
}
