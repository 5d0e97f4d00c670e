using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Simd;

/// <summary>Where the shared memory of a group lies, dynamic shared memory apart.</summary>
internal sealed class SharedLayout
{
    private const int Alignment = 64;

    private readonly Dictionary<IRAllocation, long> _offsets = [];

    internal SharedLayout(IRKernel kernel)
    {
        foreach (var allocation in kernel.Allocations.Where(allocation => allocation.Kind == IRAllocationKind.Shared))
        {
            _offsets[allocation] = SizeInBytes;
            SizeInBytes = (SizeInBytes + allocation.SizeInBytes + Alignment - 1) / Alignment * Alignment;
        }
    }

    internal long SizeInBytes { get; private set; }

    internal long OffsetOf(IRAllocation allocation) => _offsets[allocation];
}
