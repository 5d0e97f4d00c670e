using ILGPU.IR;

namespace ILGPU.Passes;

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
        IRBlock? target = null;
        var isChanged = false;
        foreach (var block in kernel.Blocks.Where(loop.Blocks.Contains).ToList())
        {
            foreach (var value in block.Instructions.Where(value => value.IsSpeculatable).ToList())
            {
                if (value.Operands.Any(operand => operand.Block is { } defined && loop.Blocks.Contains(defined)))
                    continue;
                target ??= FrontOf(loop);
                if (target is null)
                    return false;
                block.Instructions.Remove(value);
                target.Append(value);
                isChanged = true;
            }
        }

        return isChanged;
    }

    /// <summary>The only block that enters the loop, if it leads nowhere else; <see cref="LoopPreheaders"/> makes sure that there is one.</summary>
    private static IRBlock? FrontOf(IRLoop loop)
    {
        var outside = loop.Header.Predecessors.Where(predecessor => !loop.Blocks.Contains(predecessor)).ToList();
        return outside is [{ Terminator: IRJump } only] ? only : null;
    }
}
