using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Ends every block behind a barrier of the group, where a warp may stop and go on later.</summary>
internal static class BarrierBlocks
{
    internal static bool IsGroupBarrier(IRValue value) => value.Opcode == IROpcode.Barrier && value.Scope == IRScope.Group;

    internal static void Run(IRKernel kernel)
    {
        foreach (var block in kernel.Blocks.ToList())
            Split(kernel, block);
        kernel.SortBlocks();
    }

    private static void Split(IRKernel kernel, IRBlock block)
    {
        int index;
        while ((index = block.Instructions.FindIndex(IsGroupBarrier)) >= 0)
        {
            var rest = new IRBlock();
            kernel.Blocks.Add(rest);
            foreach (var value in block.Instructions.Skip(index + 1))
                rest.Append(value);
            block.Instructions.RemoveRange(index + 1, block.Instructions.Count - index - 1);
            rest.TakeTerminatorOf(block);
            block.Terminator = new IRJump(rest);
            block = rest;
        }
    }
}
