using ILGPU.IR;

namespace ILGPU.Backends.Cpu;

/// <summary>Gives every loop one preheader and one latch that do nothing but jump to its header.</summary>
internal static class CanonicalLoops
{
    internal static void Run(IRKernel kernel)
    {
        kernel.SortBlocks();
        var nest = new LoopNest(kernel, new(kernel));
        foreach (var loop in nest.Loops)
        {
            Merge(kernel, loop.Header, [.. loop.Header.Predecessors.Where(loop.Blocks.Contains)]);
            Merge(kernel, loop.Header, [.. loop.Header.Predecessors.Where(block => !loop.Blocks.Contains(block) && IsOld(block, kernel, loop))]);
        }

        kernel.SortBlocks();
    }

    /// <summary>Not the latch that was just put in, which no loop knows.</summary>
    private static bool IsOld(IRBlock block, IRKernel kernel, Loop loop) =>
        kernel.Blocks.Contains(block) && !block.Predecessors.Any(loop.Blocks.Contains);

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
