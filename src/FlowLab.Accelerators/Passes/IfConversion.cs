using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>
/// A branch whose sides meet again at once, and only compute a few cheap values that cannot fault, becomes selects: lanes that disagree
/// then cost nothing.
/// </summary>
internal sealed class IfConversion : IKernelPass
{
    private const int LargestSide = 6;

    public bool Run(IRKernel kernel)
    {
        var replacements = new IRReplacements();

        // From the end, so that inner branches are gone before outer ones are looked at.
        for (var i = kernel.Blocks.Count - 1; i >= 0; i--)
            TryConvert(kernel.Blocks[i], replacements);
        kernel.ReplaceUses(replacements);
        kernel.SortBlocks();
        return replacements.Count > 0;
    }

    /// <summary>Costs next to nothing and cannot fault: may be computed where it is not needed.</summary>
    internal static bool IsCheap(IRValue value) =>
        value.IsSpeculatable && !value.Opcode.IsDivision && value.Function is <= MathFunction.CopySign and not MathFunction.Sqrt;

    private static void TryConvert(IRBlock block, IRReplacements replacements)
    {
        if (block.Terminator is not IRBranch branch || JoinOf(block, branch) is not { } join)
            return;
        var (then, @else) = (branch.Then == join ? block : branch.Then, branch.Else == join ? block : branch.Else);
        foreach (var side in new[] { then, @else }.Where(side => side != block))
        {
            foreach (var value in side.Instructions)
                block.Append(value);
            side.Instructions.Clear();
        }

        var (thenIndex, elseIndex) = (join.IndexOf(then), join.IndexOf(@else));
        IRValue[] selects = [.. join.Phis.Select(phi => Select(block, branch.Condition, phi.Operands[thenIndex], phi.Operands[elseIndex], phi))];
        Join(block, then, @else, join, selects, replacements);
    }

    private static void Join(
        IRBlock block, IRBlock then, IRBlock @else, IRBlock join, IRValue[] selects, IRReplacements replacements)
    {
        foreach (var side in new[] { then, @else }.Where(side => side != block))
            side.Terminator = new IRReturn();
        block.Terminator = new IRReturn();
        block.Terminator = new IRJump(join);
        for (var i = 0; i < selects.Length; i++)
        {
            join.Phis[i].AddOperand(selects[i]);
            if (join.Predecessors.Count == 1)
                replacements.Add(join.Phis[i], selects[i]);
        }

        if (join.Predecessors.Count == 1)
            join.Phis.Clear();
    }

    private static IRValue Select(IRBlock block, IRValue condition, IRValue then, IRValue @else, IRValue phi) => then == @else
        ? then
        : block.Append(new(IROpcode.Select, phi.Type, condition, then, @else) { Location = phi.Location });

    /// <summary>The block where both sides meet; null where a side is more than a few cheap values.</summary>
    private static IRBlock? JoinOf(IRBlock block, IRBranch branch)
    {
        var (fromThen, fromElse) = (TargetOfSide(block, branch.Then), TargetOfSide(block, branch.Else));
        if (fromThen is not null && (fromThen == fromElse || fromThen == branch.Else))
            return fromThen == block ? null : fromThen;
        return fromElse is not null && fromElse == branch.Then && fromElse != block ? fromElse : null;
    }

    private static IRBlock? TargetOfSide(IRBlock block, IRBlock side) =>
        side.Predecessors.Count == 1 && side != block && side.Phis.Count == 0 && side.Instructions.Count <= LargestSide
        && side.Instructions.All(IsCheap) && side.Terminator is IRJump jump
            ? jump.Target
            : null;
}
