using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>Gives every loop one block in front of it that leads nowhere else, so that values have a place to move to.</summary>
internal sealed class LoopPreheaders : IKernelPass
{
    public bool Run(IRKernel kernel)
    {
        kernel.Renumber();
        var isChanged = false;
        foreach (var loop in IRLoop.Find(kernel, new IRDominators(kernel)))
        {
            var outside = loop.Header.Predecessors.Where(predecessor => !loop.Blocks.Contains(predecessor)).ToList();
            if (outside is [{ Terminator: IRJump }])
                continue;
            Insert(kernel, loop.Header, outside);
            isChanged = true;
        }

        kernel.SortBlocks();
        return isChanged;
    }

    private static void Insert(IRKernel kernel, IRBlock header, List<IRBlock> outside)
    {
        var front = new IRBlock();
        kernel.Blocks.Add(front);
        IRValue[] entering = [.. header.Phis.Select(phi => Entering(front, header, phi, outside))];
        foreach (var predecessor in outside)
        {
            var branch = predecessor.Terminator as IRBranch;
            predecessor.Terminator = branch is null
                ? new IRJump(front)
                : new IRBranch(branch.Condition, branch.Then == header ? front : branch.Then, branch.Else == header ? front : branch.Else);
        }

        front.Terminator = new IRJump(header);
        for (var i = 0; i < entering.Length; i++)
            header.Phis[i].AddOperand(entering[i]);
    }

    /// <summary>What a phi takes from outside: a phi of its own where several edges enter, in the order in which they are led to the front.</summary>
    private static IRValue Entering(IRBlock front, IRBlock header, IRValue phi, List<IRBlock> outside)
    {
        IRValue[] values = [.. outside.Select(predecessor => phi.Operands[header.IndexOf(predecessor)])];
        return values.Length == 1 ? values[0] : front.Append(new(IROpcode.Phi, phi.Type, values) { Location = phi.Location });
    }
}
