using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Analysis;
using FlowLab.Generators.Code;
using FlowLab.Generators.Derivatives;

namespace FlowLab.Generators.Writing;

/// <summary>
/// What the forward pass keeps for the backward pass. Of two sets the smaller is taken: the values that the backward pass reads, less what is
/// cheap to compute from others of them; or the values that come right from z, mostly sums over features, from which all others follow.
/// Where z cannot be taken back from its new value, all of z is kept instead.
/// </summary>
internal sealed class TapePlan
{
    private readonly LayerAnalysis _analysis;

    public TapePlan(LayerAnalysis analysis)
    {
        _analysis = analysis;
        KeepsFeatures = Peeling.Undo(analysis, Numbers.Zero) is null;
        Kept = KeepsFeatures ? [.. analysis.Crossing()] : Chosen();
    }

    /// <summary>Whether z itself is kept: D numbers per sample and layer.</summary>
    public bool KeepsFeatures { get; }

    /// <summary>The values that have rows: on the tape or, where z is kept, in the scratch.</summary>
    public IReadOnlyList<Variable> Kept { get; }

    /// <summary>Rows of the tape per layer: C# over <c>dimension</c>.</summary>
    public string RowsPerLayer => KeepsFeatures ? "dimension" : $"{Kept.Count}";

    private IReadOnlyList<Variable> Chosen()
    {
        Variable[] all = [.. _analysis.SampleValues()];
        Variable[] needed = [.. new BackwardPass(_analysis, all, false).Build().SelectMany(statement => statement.All()).OfType<Define>()
            .Where(define => define.Value is RowValue { Row.IsTape: true }).Select(define => define.Variable).Distinct()];
        HashSet<Variable> near = [];
        HashSet<Variable> far = [];
        foreach (Variable variable in needed)
        {
            Collect(variable, near, true);
            Collect(variable, far, false);
        }
        HashSet<Variable> chosen = far.Count < near.Count ? far : near;
        return [.. all.Where(chosen.Contains)];
    }

    /// <summary>Adds a value, or what it is computed from where that will do.</summary>
    private void Collect(Variable variable, HashSet<Variable> kept, bool onlyCheap)
    {
        Statement home = _analysis.Segments.Where(segment => segment.Loop is null).SelectMany(segment => segment.Statements)
            .First(statement => LayerAnalysis.Defined([statement], true).Contains(variable));
        bool isSource = _analysis.IsFeatureSum(variable) || home.AllValues().Any(value => value is Feature) || home.All().Any(inner => inner is Repeat)
            || (home is Define && variable.IsSum);
        bool isCostly = onlyCheap && !home.AllValues().All(Functions.IsCheap);
        if (isSource || isCostly)
            kept.Add(variable);
        else
            foreach (Variable source in home.Reads().Where(source => source.IsVarying && source.Kind == ValueKind.Number && source != variable && IsOutside(source, home)).Distinct())
                Collect(source, kept, onlyCheap);
    }

    private static bool IsOutside(Variable source, Statement home) => !LayerAnalysis.Defined([home], true).Contains(source);
}
