using ILGPU.IR;

namespace ILGPU.Passes;

/// <summary>Removes values that no effect and no branch depends on, phis that only feed themselves among them.</summary>
internal sealed class DeadCodeElimination : IKernelPass
{
    public bool Run(IRKernel kernel)
    {
        var live = new HashSet<IRValue>();
        var work = new Stack<IRValue>();
        foreach (var block in kernel.Blocks)
        {
            foreach (var effect in block.Instructions.Where(value => value.Opcode.HasEffect))
                Mark(effect, live, work);
            if (block.Terminator is IRBranch branch)
                Mark(branch.Condition, live, work);
        }

        while (work.TryPop(out var value))
        {
            foreach (var operand in value.Operands)
                Mark(operand, live, work);
        }

        return Sweep(kernel, live);
    }

    private static void Mark(IRValue value, HashSet<IRValue> live, Stack<IRValue> work)
    {
        if (live.Add(value))
            work.Push(value);
    }

    private static bool Sweep(IRKernel kernel, HashSet<IRValue> live)
    {
        var removed = 0;
        foreach (var block in kernel.Blocks)
        {
            removed += block.Phis.RemoveAll(phi => !live.Contains(phi));
            removed += block.Instructions.RemoveAll(value => !live.Contains(value));
        }

        return removed > 0;
    }
}
