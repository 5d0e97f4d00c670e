using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Gives every loop one preheader and one latch that do nothing but jump to its header.</summary>
internal static class CanonicalLoops
{
    internal static void Run(IRKernel kernel)
    {
        kernel.SortBlocks();
        var nest = new LoopNest(kernel, new(kernel));
        foreach (var loop in nest.Loops)
        {
            var latches = loop.Header.Predecessors.Where(loop.Blocks.Contains).ToArray();
            var entries = loop.Header.Predecessors.Except(latches).ToArray();
            Merge(kernel, loop.Header, latches);
            Merge(kernel, loop.Header, entries);
        }

        kernel.SortBlocks();
    }

    private static void Merge(IRKernel kernel, IRBlock header, IRBlock[] predecessors)
    {
        if (predecessors is [{ Terminator: IRJump }])
            return;
        var incoming = header.Phis.Select(phi => predecessors.Select(block => phi.Operands[header.IndexOf(block)]).ToArray()).ToArray();
        var between = new IRBlock();
        foreach (var predecessor in predecessors)
            predecessor.Terminator = Redirect(predecessor.Terminator, header, between);
        between.Terminator = new IRJump(header);
        for (var i = 0; i < incoming.Length; i++)
            header.Phis[i].AddOperand(Join(between, header.Phis[i].Type, incoming[i]));
        kernel.Blocks.Add(between);
    }

    private static IRTerminator Redirect(IRTerminator terminator, IRBlock from, IRBlock to) => terminator switch
    {
        IRBranch branch when branch.Then == from => new IRBranch(branch.Condition, to, branch.Else),
        IRBranch branch => new IRBranch(branch.Condition, branch.Then, to),
        _ => new IRJump(to),
    };

    private static IRValue Join(IRBlock block, IRType type, IRValue[] values)
    {
        if (values.Distinct().Count() == 1)
            return values[0];
        var phi = block.Append(new(IROpcode.Phi, type));
        foreach (var value in values)
            phi.AddOperand(value);
        return phi;
    }
}
