using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Analysis;
using FlowLab.Generators.Code;
using FlowLab.Generators.Derivatives;

namespace FlowLab.Generators.Writing;

/// <summary>
/// From the new z back to the old one, with gradients. The change of z is undone and differentiated in one loop over features; then the
/// segments follow from the last to the first. What they need is on the tape, or cheap to compute from what is.
/// </summary>
internal sealed class BackwardPass(LayerAnalysis analysis, IReadOnlyCollection<Variable> kept, bool keepsFeatures) : ReversePass(analysis, kept, !keepsFeatures)
{
    public List<Statement> Build()
    {
        Adjoint.AssignedIndex = Analysis.Changed.Index;
        List<Statement> reverse = [];
        foreach (Segment segment in Enumerable.Reverse(Analysis.Segments))
            reverse.Add(Reverse(segment));
        List<Statement> restored = keepsFeatures ? [Kept.Restore(Names), .. Forward(false)] : [];
        return Tidying.Tidy([.. Start(), .. restored, Prologue(), .. reverse, .. End()]);
    }

    private Statement Reverse(Segment segment)
    {
        if (segment.Loop is null)
            return ReverseSamples(segment);
        if (segment != Analysis.Update)
            return WithoutAssignment(segment);
        return ReverseFeatures(segment, keepsFeatures ? Adjoint.Inner(segment.Statements) : Undone(), segment.Statements);
    }

    /// <summary>Only the change of z replaces a feature's gradient.</summary>
    private Statement WithoutAssignment(Segment segment)
    {
        Expression? assigned = Adjoint.AssignedIndex;
        Adjoint.AssignedIndex = null;
        Statement reverse = ReverseFeatures(segment, Adjoint.Inner(segment.Statements), segment.Statements);
        Adjoint.AssignedIndex = assigned;
        return reverse;
    }

    /// <summary>The old z[i], then everything that the change was computed from.</summary>
    private List<Statement> Undone()
    {
        HashSet<Variable> dependents = Analysis.DependentsOf(Analysis.Old.Variable);
        List<Statement> own = Adjoint.Inner(Analysis.Update.Statements);
        bool IsFree(Statement statement) => !LayerAnalysis.Defined([statement], true).Any(dependents.Contains) && !statement.Reads().Any(dependents.Contains);
        var changed = new Variable(Names.Take("changed"), ValueKind.Number) { IsVarying = true };
        Expression index = Analysis.Changed.Index;
        return
        [
            .. own.Where(IsFree),
            new Define(changed, new Feature(index)),
            new Define(Analysis.Old.Variable, Peeling.Undo(Analysis, new Read(changed))!),
            new Change(index, new Read(Analysis.Old.Variable)),
            .. own.Where(statement => !IsFree(statement) && !ReferenceEquals(statement, Analysis.Old)),
        ];
    }
}
