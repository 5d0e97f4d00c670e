using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>Removes phis of one value and themselves, until there are none.</summary>
internal sealed class PhiSimplification : IKernelPass
{
    public bool Run(IRKernel kernel)
    {
        var replacements = new IRReplacements();
        var isChanging = true;
        while (isChanging)
        {
            isChanging = false;
            foreach (var block in kernel.Blocks)
                isChanging |= block.Phis.RemoveAll(phi => IsTrivial(phi, replacements)) > 0;
        }

        kernel.ReplaceUses(replacements);
        return replacements.Count > 0;
    }

    private static bool IsTrivial(IRValue phi, IRReplacements replacements)
    {
        IRValue? only = null;
        foreach (var operand in phi.Operands)
        {
            var value = IRReplacements.Resolve(operand);
            if (value == phi || value == only)
                continue;
            if (only is not null)
                return false;
            only = value;
        }

        if (only is null)
            return false;
        replacements.Add(phi, only);
        return true;
    }
}
