using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Computes addresses of a loop that are used behind it again where they are used: what leaves a loop at different times in different
/// lanes is then a 32-bit index, not an address.
/// </summary>
internal static class AddressesInPlace
{
    internal static void Run(IRKernel kernel, LoopNest nest)
    {
        foreach (var block in kernel.Blocks)
        {
            for (var i = 0; i < block.Instructions.Count; i++)
            {
                if (TryCopyOperand(block.Instructions[i], block, nest) is not { } copy)
                    continue;
                block.Append(copy);
                block.Instructions.RemoveAt(block.Instructions.Count - 1);
                block.Instructions.Insert(i--, copy);
            }
        }

        kernel.Renumber();
    }

    private static IRValue? TryCopyOperand(IRValue user, IRBlock block, LoopNest nest)
    {
        for (var i = 0; i < user.Operands.Count; i++)
        {
            var operand = user.Operands[i];
            if (operand.Type is not (IRType.Pointer or IRType.Int64) || operand.Block is null || !operand.IsSpeculatable
                || LoopNest.IsIn(block, nest.InnermostOf(operand.Block)))
                continue;
            var copy = operand.With([.. operand.Operands]);
            user.SetOperand(i, copy);
            return copy;
        }

        return null;
    }
}
