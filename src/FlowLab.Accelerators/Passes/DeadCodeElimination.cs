using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>Removes values that no effect and no branch depends on, phis that only feed themselves among them.</summary>
internal sealed class DeadCodeElimination : IKernelPass
{
    public bool Run(IRKernel kernel)
    {
        var live = new bool[kernel.Renumber()];
        var work = new Stack<IRValue>();
        foreach (var block in kernel.Blocks)
        {
            foreach (var value in block.Instructions)
            {
                if (value.Opcode.HasEffect)
                    Mark(value, live, work);
            }

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

    private static void Mark(IRValue value, bool[] live, Stack<IRValue> work)
    {
        if (value.Block is null || live[value.Id])
            return;
        live[value.Id] = true;
        work.Push(value);
    }

    private static bool Sweep(IRKernel kernel, bool[] live)
    {
        var removed = 0;
        foreach (var block in kernel.Blocks)
        {
            removed += block.Phis.RemoveAll(phi => !live[phi.Id]);
            removed += block.Instructions.RemoveAll(value => !live[value.Id]);
        }

        return removed > 0;
    }
}
