using ILGPU.IR;

namespace ILGPU.Passes;

/// <summary>Removes phis of one value and themselves, until there are none.</summary>
internal sealed class PhiSimplification : IKernelPass
{
    public bool Run(IRKernel kernel)
    {
        var replacements = new Dictionary<IRValue, IRValue>();
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

    private static bool IsTrivial(IRValue phi, Dictionary<IRValue, IRValue> replacements)
    {
        IRValue? only = null;
        foreach (var operand in phi.Operands)
        {
            var value = Resolve(operand, replacements);
            if (value == phi || value == only)
                continue;
            if (only is not null)
                return false;
            only = value;
        }

        if (only is null)
            return false;
        replacements[phi] = only;
        return true;
    }

    private static IRValue Resolve(IRValue value, Dictionary<IRValue, IRValue> replacements)
    {
        while (replacements.TryGetValue(value, out var other))
            value = other;
        return value;
    }
}
