using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Code;

namespace FlowLab.Generators.Writing;

/// <summary>Makes one loop over samples of two that follow each other.</summary>
internal static class Fusion
{
    public static List<Statement> Fuse(List<Statement> pass)
    {
        List<Statement> fused = [];
        foreach (Statement statement in pass)
        {
            // Starts of sums may stand between the loops: they move before the first.
            int last = fused.FindLastIndex(earlier => earlier is not Define { Value: Constant });
            if (statement is Samples second && last >= 0 && fused[last] is Samples first && Combined(first, second) is { } both)
            {
                fused.RemoveAt(last);
                fused.Add(both);
            }
            else
                fused.Add(statement);
        }
        return fused;
    }

    /// <summary>Both bodies in one; null where they mean different things by one name.</summary>
    private static Samples? Combined(Samples first, Samples second)
    {
        List<Statement> body = [.. first.Body];
        Dictionary<Variable, Expression?> known = [];
        foreach (Variable variable in Analysis.LayerAnalysis.Defined(first.Body, true))
            known[variable] = first.Body.OfType<Define>().FirstOrDefault(define => define.Variable == variable)?.Value;
        foreach (Statement statement in second.Body)
        {
            if (statement is Define define && known.TryGetValue(define.Variable, out Expression? value))
            {
                if (value is null || !Numbers.AreEqual(value, define.Value) || AddsTo(first, define.Variable))
                    return null;
                continue;
            }
            if (Analysis.LayerAnalysis.Defined([statement], true).Any(known.ContainsKey))
                return null;
            body.Add(statement);
        }
        return new Samples(body);
    }

    private static bool AddsTo(Samples samples, Variable variable) => samples.All().OfType<Accumulate>().Any(add => add.Sum == variable);
}
