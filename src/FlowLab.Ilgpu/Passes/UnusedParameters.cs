using ILGPU.IR;

namespace ILGPU.Passes;

/// <summary>Forgets parameters that nothing uses, so that launchers need not pass them; those of the index stay.</summary>
internal sealed class UnusedParameters : IKernelPass
{
    public bool Run(IRKernel kernel)
    {
        var used = kernel.Values.SelectMany(value => value.Operands)
            .Concat(kernel.Blocks.Select(block => block.Terminator).OfType<IRBranch>().Select(branch => branch.Condition))
            .Where(value => value.Opcode == IROpcode.Parameter).ToHashSet();
        var before = kernel.Parameters.Count;
        kernel.Parameters = [.. kernel.Parameters.Where(parameter => parameter.IsIndex || used.Contains(parameter.Value))];
        return kernel.Parameters.Count < before;
    }
}
