using FlowLab.Generators.Code;

namespace FlowLab.Generators.Reading;

/// <summary>Proofs that two indices of z are never the same.</summary>
internal static class Ranges
{
    /// <summary>
    /// Whether z[read] is never z[changed]: two constants that differ; or, in one loop over d from 0 to h, d and h + d, which is how
    /// coupling layers address their halves.
    /// </summary>
    public static bool AreApart(Expression read, Expression changed, Scope scope)
    {
        if (read is Constant a && changed is Constant b && char.IsDigit(a.Text[0]) && char.IsDigit(b.Text[0]))
            return a.Text != b.Text;
        return IsUpperHalf(changed, read, scope) || IsUpperHalf(read, changed, scope);
    }

    private static bool IsUpperHalf(Expression upper, Expression lower, Scope scope) =>
        lower is Read { Variable: var index } && upper is Binary { Sign: "+" } sum
        && (IsIndex(sum.Right, index) ? IsEnd(sum.Left, index, scope) : IsIndex(sum.Left, index) && IsEnd(sum.Right, index, scope));

    private static bool IsIndex(Expression value, Variable index) => value is Read read && read.Variable == index;

    private static bool IsEnd(Expression value, Variable index, Scope scope)
    {
        for (Scope? at = scope; at is not null; at = at.Parent)
        {
            if (at.Range is { } range && range.Index == index)
                return range.From is Constant { Text: "0" } && Numbers.AreEqual(range.To, value);
        }
        return false;
    }
}
