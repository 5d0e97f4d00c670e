using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>Forgets shared and local memory that nothing reads or writes, so that groups need none of it.</summary>
internal sealed class UnusedAllocations : IKernelPass
{
    public bool Run(IRKernel kernel)
    {
        if (kernel.Allocations.Count == 0)
            return false;
        var used = kernel.Values.SelectMany(value => value.Operands).Select(operand => operand.Allocation).ToHashSet();
        return kernel.Allocations.RemoveAll(allocation => !used.Contains(allocation)) > 0;
    }
}
