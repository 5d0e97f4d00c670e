using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Code;

namespace FlowLab.Generators.Analysis;

/// <summary>
/// Undoes the change of z[i]. Where the old z[i] stands once in the new one, below + - * / only, the operations are taken off one by one,
/// from the outermost: no numbers have to be kept for it.
/// </summary>
internal static class Peeling
{
    /// <summary>The old value from the new one; null if it cannot be told from it.</summary>
    /// <param name="analysis">The layer.</param>
    /// <param name="changed">The new value.</param>
    public static Expression? Undo(LayerAnalysis analysis, Expression changed)
    {
        Variable old = analysis.Old.Variable;
        Expression? value = Inline(analysis.Changed.Value, analysis);
        return value is null || value.All().Count(part => IsOld(part, old)) != 1 ? null : Peel(value, changed, old);
    }

    /// <summary>An expression of the update with what depends on the old z[i] written out; null where a branch or loop stands between.</summary>
    public static Expression? Inline(Expression value, LayerAnalysis analysis)
    {
        Dictionary<Variable, Expression> definitions = analysis.Update.Statements.OfType<Define>().ToDictionary(define => define.Variable, define => define.Value);
        HashSet<Variable> dependents = analysis.DependentsOf(analysis.Old.Variable);
        bool isKnown = true;
        Expression Written(Expression part)
        {
            if (part is Read { Variable: var variable } && variable != analysis.Old.Variable && dependents.Contains(variable))
            {
                isKnown &= definitions.TryGetValue(variable, out Expression? definition);
                return definition is null ? part : Written(definition);
            }
            return part.Parts.Count == 0 ? part : part.With([.. part.Parts.Select(Written)]);
        }
        Expression written = Written(value);
        return isKnown ? written : null;
    }

    private static Expression? Peel(Expression value, Expression target, Variable old)
    {
        while (!IsOld(value, old))
        {
            switch (value)
            {
                case Unary { Sign: "-" } negated:
                    (value, target) = (negated.Of, Numbers.Negate(target));
                    break;
                case Binary { Kind: ValueKind.Number } binary:
                    bool isLeft = binary.Left.All().Any(part => IsOld(part, old));
                    Expression other = isLeft ? binary.Right : binary.Left;
                    target = Inverse(binary.Sign, isLeft, target, other);
                    value = isLeft ? binary.Left : binary.Right;
                    break;
                default:
                    return null;
            }
        }
        return target;
    }

    private static Expression Inverse(string sign, bool isLeft, Expression target, Expression other) => (sign, isLeft) switch
    {
        ("+", _) => Numbers.Subtract(target, other),
        ("-", true) => Numbers.Add(target, other),
        ("-", false) => Numbers.Subtract(other, target),
        ("*", _) => Numbers.Divide(target, other),
        (_, true) => Numbers.Multiply(target, other),
        _ => Numbers.Divide(other, target),
    };

    private static bool IsOld(Expression part, Variable old) => part is Read read && read.Variable == old;
}
