using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>
/// Two branches in a row that share a target become one on "and" or "or" of their conditions: what C# made of <c>&amp;&amp;</c> and
/// <c>||</c>, where the second condition is cheap and cannot fault.
/// </summary>
internal sealed class BranchFusion : IKernelPass
{
    private const int LargestCondition = 6;

    public bool Run(IRKernel kernel)
    {
        var isChanged = false;
        for (var i = kernel.Blocks.Count - 1; i >= 0; i--)
        {
            while (TryFuse(kernel.Blocks[i]))
                isChanged = true;
        }

        kernel.SortBlocks();
        return isChanged;
    }

    private static bool TryFuse(IRBlock block)
    {
        if (block.Terminator is not IRBranch first)
            return false;
        return TryFuse(block, first, first.Then, first.Else) || TryFuse(block, first, first.Else, first.Then);
    }

    /// <param name="block">The first block.</param>
    /// <param name="first">Its branch.</param>
    /// <param name="inner">The side with the second branch.</param>
    /// <param name="shared">The other side, which the second branch may lead to as well.</param>
    private static bool TryFuse(IRBlock block, IRBranch first, IRBlock inner, IRBlock shared)
    {
        if (inner == block || shared == inner || inner.Predecessors.Count != 1 || inner.Phis.Count > 0 || inner.Instructions.Count > LargestCondition
            || !inner.Instructions.All(IfConversion.IsCheap) || inner.Terminator is not IRBranch second || !second.Successors.Contains(shared))
            return false;
        var (fromFirst, fromSecond) = (shared.IndexOf(block), shared.IndexOf(inner));
        var other = second.Then == shared ? second.Else : second.Then;
        if (other == block || shared == block || shared.Phis.Any(phi => phi.Operands[fromFirst] != phi.Operands[fromSecond]))
            return false;
        foreach (var value in inner.Instructions)
            block.Append(value);
        inner.Instructions.Clear();
        Rewire(block, inner, shared, other, Either(block, first, second, shared));
        return true;
    }

    /// <summary>The condition under which one of two branches leads to their shared target.</summary>
    private static IRValue Either(IRBlock block, IRBranch first, IRBranch second, IRBlock shared)
    {
        var left = first.Then == shared ? first.Condition : block.Append(new(IROpcode.Not, IRType.Bool, first.Condition));
        var right = second.Then == shared ? second.Condition : block.Append(new(IROpcode.Not, IRType.Bool, second.Condition));
        return block.Append(new(IROpcode.Or, IRType.Bool, left, right));
    }

    private static void Rewire(IRBlock block, IRBlock inner, IRBlock shared, IRBlock other, IRValue condition)
    {
        IRValue[] operands = [.. other.Phis.Select(phi => phi.Operands[other.IndexOf(inner)])];
        inner.Terminator = new IRReturn();
        block.Terminator = new IRBranch(condition, shared, other);
        for (var i = 0; i < operands.Length; i++)
            other.Phis[i].AddOperand(operands[i]);
    }
}
