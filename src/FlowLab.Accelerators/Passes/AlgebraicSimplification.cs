using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>Folds and propagates constants, identities and conversions, see <see cref="IRSimplifier"/>.</summary>
internal sealed class AlgebraicSimplification : IKernelPass
{
    public bool Run(IRKernel kernel)
    {
        var replacements = new IRReplacements();
        foreach (var block in kernel.Blocks)
            Simplify(kernel, block, replacements);
        kernel.ReplaceUses(replacements);
        return replacements.Count > 0;
    }

    private static void Simplify(IRKernel kernel, IRBlock block, IRReplacements replacements)
    {
        var result = new List<IRValue>(block.Instructions.Count);

        IRValue Emit(IRValue value)
        {
            var simpler = IRSimplifier.Simplify(kernel, value, Emit);
            if (simpler is not null)
                return simpler;
            value.Block = block;
            result.Add(value);
            return value;
        }

        foreach (var value in block.Instructions)
        {
            value.ReplaceOperands();
            var simpler = Emit(value);
            if (simpler != value)
                replacements.Add(value, simpler);
        }

        block.Instructions.Clear();
        block.Instructions.AddRange(result);
    }
}
