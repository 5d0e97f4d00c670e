using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>
/// C# compiles short circuits to integers 0 and 1 that meet in a phi and are compared with 0 again; such a phi becomes one of bools.
/// </summary>
internal sealed class BooleanPhis : IKernelPass
{
    public bool Run(IRKernel kernel)
    {
        var replacements = new IRReplacements();
        foreach (var block in kernel.Blocks)
        {
            foreach (var phi in block.Phis.Where(IsBoolean).ToList())
                replacements.Add(phi, Replace(kernel, block, phi));
            block.Phis.RemoveAll(IRReplacements.Contains);
        }

        kernel.ReplaceUses(replacements);
        return replacements.Count > 0;
    }

    private static bool IsBoolean(IRValue phi) => phi.Type == IRType.Int32 && phi.Operands.All(operand =>
        operand is { IsConst: true, Bits: 0 or 1 } || operand is { Opcode: IROpcode.ZExt, OperandType: IRType.Bool });

    private static IRValue Replace(IRKernel kernel, IRBlock block, IRValue phi)
    {
        var condition = block.Append(new(IROpcode.Phi, IRType.Bool) { Location = phi.Location });
        foreach (var operand in phi.Operands)
            condition.AddOperand(operand.IsConst ? kernel.Const(operand.Bits != 0) : operand.Operands[0]);
        var number = new IRValue(IROpcode.ZExt, IRType.Int32, condition) { Location = phi.Location };
        block.Insert(0, number);
        return number;
    }
}
