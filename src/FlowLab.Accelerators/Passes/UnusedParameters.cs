using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>Forgets parameters that nothing uses, so that launchers need not pass them; those of the index stay.</summary>
internal sealed class UnusedParameters : IKernelPass
{
    public bool Run(IRKernel kernel)
    {
        var used = new HashSet<IRValue>();
        foreach (var block in kernel.Blocks)
        {
            foreach (var phi in block.Phis)
                AddParameters(phi, used);
            foreach (var value in block.Instructions)
                AddParameters(value, used);
            if (block.Terminator is IRBranch { Condition.Opcode: IROpcode.Parameter } branch)
                used.Add(branch.Condition);
        }

        var before = kernel.Parameters.Count;
        kernel.Parameters = [.. kernel.Parameters.Where(parameter => parameter.IsIndex || used.Contains(parameter.Value))];
        return kernel.Parameters.Count < before;
    }

    private static void AddParameters(IRValue value, HashSet<IRValue> used)
    {
        foreach (var operand in value.Operands)
        {
            if (operand.Opcode == IROpcode.Parameter)
                used.Add(operand);
        }
    }
}
