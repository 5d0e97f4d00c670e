using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// A loop <c>for (s = ...; s &lt; end; ...)</c> whose counter grows from lane to lane by a constant, and which lanes leave at its header only. As long as
/// the counter is below what the least of the lanes allows, all of them take part: no mask has to be made or looked at.
/// </summary>
/// <param name="Counter">A scalar that stands for all lanes.</param>
/// <param name="Stride">What it grows by from lane to lane, above 0, or 0 where it is the same in all.</param>
/// <param name="Bound">What it stays below; known before the loop begins.</param>
/// <param name="Body">Where lanes go on that stay in the loop.</param>
internal sealed record CountedLoop(IRValue Counter, int Stride, IRValue Bound, IRBlock Body)
{
    /// <summary>The loop that begins at a block; null if there is none, or one of another form.</summary>
    internal static CountedLoop? At(IRBlock header, SimdAnalysis analysis, MaskPlan plan)
    {
        if (!analysis.Flow.IsHeader(header) || !plan.IsMasked(header) || header.Terminator is not IRBranch branch || header.Instructions.Count != 1)
            return null;
        var (loop, test) = (analysis.Flow.Nest.InnermostOf(header)!, branch.Condition);
        return IsTest(test, header, analysis.Uses) && IsLeftAtHeaderOnly(loop, branch) && OwnsMaskAlone(header, branch.Then, plan)
            ? Of(test, branch.Then, loop, analysis)
            : null;
    }

    private static CountedLoop? Of(IRValue test, IRBlock body, Loop loop, SimdAnalysis analysis)
    {
        var (counter, bound) = (test.Operands[0], test.Operands[1]);
        var (shape, header) = (analysis.Divergence.ShapeAt(counter, loop.Header), loop.Header);
        var isKnown = bound.Block is null || !loop.Blocks.Contains(bound.Block);
        var isUsable = shape.IsScalar && shape.Stride is >= 0 and <= int.MaxValue / 64 && isKnown && !analysis.Divergence.IsUsedAfterDivergentLoop(bound, header);
        return isUsable && HasForm(bound, shape, analysis) ? new(counter, (int)shape.Stride, bound, body) : null;
    }

    /// <summary>The bound is kept as one number for all lanes or as one for each.</summary>
    private static bool HasForm(IRValue bound, Shape counter, SimdAnalysis analysis)
    {
        var shape = analysis.Divergence.ShapeOf(bound);
        return shape.IsUniform ? counter.Kind == ShapeKind.Affine : shape.IsVarying;
    }

    private static bool IsTest(IRValue test, IRBlock header, ValueUses uses) => test.Opcode == IROpcode.CmpLtS && test.OperandType == IRType.Int32
        && header.Instructions[0] == test && uses.Of(test).Length == 1 && test.Operands[0].Block is not null;

    private static bool IsLeftAtHeaderOnly(Loop loop, IRBranch branch)
    {
        foreach (var block in loop.Blocks)
        {
            if (block != loop.Header && Array.Exists(block.Successors, next => !loop.Blocks.Contains(next)))
                return false;
        }

        return loop.Blocks.Contains(branch.Then) && !loop.Blocks.Contains(branch.Else);
    }

    /// <summary>Nothing but masks of the body has to be set on the way to it.</summary>
    private static bool OwnsMaskAlone(IRBlock header, IRBlock body, MaskPlan plan) =>
        body.Predecessors.Count == 1 && body.Phis.Count == 0 && plan.OwnsMask(header) && plan.OwnsMask(body) && plan.ClearedAt(header).Count == 0;
}
