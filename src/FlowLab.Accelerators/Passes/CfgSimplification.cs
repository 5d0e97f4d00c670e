using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>Takes decided branches, drops blocks that cannot be reached, leads edges past empty blocks, and merges straight lines.</summary>
internal sealed class CfgSimplification : IKernelPass
{
    public bool Run(IRKernel kernel)
    {
        var isChanged = false;
        while (RunOnce(kernel))
            isChanged = true;
        return isChanged;
    }

    private static bool RunOnce(IRKernel kernel)
    {
        var isChanged = DecideBranches(kernel);
        kernel.SortBlocks();
        foreach (var block in kernel.Blocks.Skip(1).ToList())
            isChanged |= TryBypass(block);
        kernel.SortBlocks();
        isChanged |= MergeLines(kernel);
        kernel.SortBlocks();
        return isChanged;
    }

    private static bool DecideBranches(IRKernel kernel)
    {
        var isChanged = false;
        foreach (var block in kernel.Blocks)
        {
            if (block.Terminator is not IRBranch { Condition.IsConst: true } branch)
                continue;
            block.Terminator = new IRJump(branch.Condition.Bits != 0 ? branch.Then : branch.Else);
            isChanged = true;
        }

        return isChanged;
    }

    /// <summary>An empty block that only jumps is left out, where the phis of its target can still tell the edges apart.</summary>
    private static bool TryBypass(IRBlock block)
    {
        if (block.Phis.Count + block.Instructions.Count > 0 || block.Terminator is not IRJump { Target: var target } || target == block
            || block.Predecessors.Count == 0)
            return false;
        if (block.Predecessors.Any(predecessor => predecessor.Successors.Contains(target)))
            return false;
        var index = target.IndexOf(block);
        IRValue[] operands = [.. target.Phis.Select(phi => phi.Operands[index])];
        foreach (var predecessor in block.Predecessors.ToList())
        {
            predecessor.Terminator = Retarget(predecessor.Terminator, block, target);
            for (var i = 0; i < operands.Length; i++)
                target.Phis[i].AddOperand(operands[i]);
        }

        block.Terminator = new IRReturn();
        return true;
    }

    private static IRTerminator Retarget(IRTerminator terminator, IRBlock from, IRBlock to) => terminator is IRBranch branch
        ? new IRBranch(branch.Condition, branch.Then == from ? to : branch.Then, branch.Else == from ? to : branch.Else)
        : new IRJump(to);

    private static bool MergeLines(IRKernel kernel)
    {
        var replacements = new IRReplacements();
        var merged = new HashSet<IRBlock>();
        foreach (var block in kernel.Blocks.Where(block => !merged.Contains(block)))
        {
            while (block.Terminator is IRJump { Target: { Predecessors.Count: 1 } next } && next != block)
            {
                foreach (var phi in next.Phis)
                    replacements.Add(phi, phi.Operands[0]);
                foreach (var value in next.Instructions)
                    block.Append(value);
                block.TakeTerminatorOf(next);
                merged.Add(next);
            }
        }

        kernel.Blocks.RemoveAll(merged.Contains);
        kernel.ReplaceUses(replacements);
        return merged.Count > 0;
    }
}
