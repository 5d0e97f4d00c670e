using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>
/// Moves operations on values from outside of a loop in front of it, inner loops first. Only what cannot fault and reads no memory moves,
/// because the loop may run no iteration.
/// </summary>
internal sealed class LoopInvariantMotion : IKernelPass
{
    public bool Run(IRKernel kernel)
    {
        kernel.Renumber();
        var isChanged = false;
        foreach (var loop in IRLoop.Find(kernel, new IRDominators(kernel)))
            isChanged |= Hoist(kernel, loop);
        kernel.SortBlocks();
        return isChanged;
    }

    private static bool Hoist(IRKernel kernel, IRLoop loop)
    {
        if (FrontOf(loop) is not { } target)
            return false;
        var isInside = new bool[kernel.Blocks.Count];
        foreach (var block in loop.Blocks)
            isInside[block.Id] = true;
        var isChanged = false;
        foreach (var block in kernel.Blocks)
        {
            if (isInside[block.Id])
                isChanged |= Hoist(block, target, isInside);
        }

        return isChanged;
    }

    private static bool Hoist(IRBlock block, IRBlock target, bool[] isInside)
    {
        var (values, kept) = (block.Instructions, 0);
        for (var i = 0; i < values.Count; i++)
        {
            if (IsInvariant(values[i], isInside))
                target.Append(values[i]);
            else
                values[kept++] = values[i];
        }

        var isChanged = kept < values.Count;
        values.RemoveRange(kept, values.Count - kept);
        return isChanged;
    }

    private static bool IsInvariant(IRValue value, bool[] isInside)
    {
        if (!value.IsSpeculatable)
            return false;
        foreach (var operand in value.Operands)
        {
            if (operand.Block is { } block && isInside[block.Id])
                return false;
        }

        return true;
    }

    /// <summary>The only block that enters the loop, if it leads nowhere else; <see cref="LoopPreheaders"/> makes sure that there is one.</summary>
    private static IRBlock? FrontOf(IRLoop loop)
    {
        var outside = loop.Header.Predecessors.Where(predecessor => !loop.Blocks.Contains(predecessor)).ToList();
        return outside is [{ Terminator: IRJump } only] ? only : null;
    }
}
