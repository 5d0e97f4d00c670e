using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Code;

namespace FlowLab.Generators.Analysis;

/// <summary>Which features a layer changes: z[offset + d] for d from from to to.</summary>
internal sealed class ChangedRange
{
    private readonly Expression? _offset;
    private readonly Repeat _loop;
    private readonly IReadOnlyList<Repeat> _loops;

    private ChangedRange(Repeat loop, Expression? offset, IReadOnlyList<Repeat> loops) => (_loop, _offset, _loops) = (loop, offset, loops);

    /// <summary>Whether every feature changes.</summary>
    public bool IsWhole => _offset is null && _loop is { From: Constant { Text: "0" }, To: Constant { Text: "dimension" } };

    /// <summary>The range of a layer; null if what it changes is no range.</summary>
    public static ChangedRange? Of(LayerAnalysis analysis)
    {
        if (analysis.Update.Loop is not { } loop)
            return null;
        Repeat[] loops = [.. analysis.Layer.Body.SelectMany(statement => statement.All()).OfType<Repeat>()];
        return Split(analysis.Changed.Index, loop.Index) is { IsKnown: true } split ? new ChangedRange(loop, split.Offset, loops) : null;
    }

    /// <summary>Whether z[index] is never one of the features that change. That some are is no proof.</summary>
    public bool IsApart(Expression index)
    {
        (Expression low, Expression high) = Bounds(_loop, _offset);
        foreach (Repeat loop in _loops)
        {
            if (Split(index, loop.Index) is { IsKnown: true } split)
            {
                (Expression first, Expression end) = Bounds(loop, split.Offset);
                return Numbers.AreEqual(end, low) || Numbers.AreEqual(high, first);
            }
        }
        return index is Constant { Text: var text } && int.TryParse(text, out int number)
            && ((low is Constant { Text: var from } && int.TryParse(from, out int least) && number < least) || (high is Constant { Text: var to } && int.TryParse(to, out int most) && number >= most));
    }

    /// <summary>The round of the loop that changes z[index].</summary>
    public Expression Round(Expression index) => _offset is null ? index : new Binary("-", index, _offset, ValueKind.Integer);

    /// <summary>Whether z[index] is one of the features that change.</summary>
    public Expression Contains(Expression index)
    {
        (Expression low, Expression high) = Bounds(_loop, _offset);
        return new Binary("&&", new Binary(">=", index, low, ValueKind.Flag), new Binary("<", index, high, ValueKind.Flag), ValueKind.Flag);
    }

    private static (Expression Low, Expression High) Bounds(Repeat loop, Expression? offset) => (Sum(offset, loop.From), Sum(offset, loop.To));

    private static Expression Sum(Expression? offset, Expression value) =>
        offset is null ? value : value is Constant { Text: "0" } ? offset : new Binary("+", offset, value, ValueKind.Integer);

    /// <summary>The offset of an index that is a loop's variable, or that and something that does not depend on it.</summary>
    private static (bool IsKnown, Expression? Offset) Split(Expression index, Variable loop)
    {
        bool Is(Expression value) => value is Read read && read.Variable == loop;
        bool Has(Expression value) => value.All().Any(Is);
        return index switch
        {
            _ when Is(index) => (true, null),
            Binary { Sign: "+" } sum when Is(sum.Right) && !Has(sum.Left) => (true, sum.Left),
            Binary { Sign: "+" } sum when Is(sum.Left) && !Has(sum.Right) => (true, sum.Right),
            _ => (false, null),
        };
    }
}
