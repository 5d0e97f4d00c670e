using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.OpenCl12;

namespace FlowLab.Accelerators.Listings;

/// <summary>The OpenCL C of a kernel for a device that has OpenCL 1.2 and doubles, but no sub-groups and no atomics of 64 bits.</summary>
internal static class OpenClListing
{
    private static readonly OpenClTarget Target = new() { HasDoubles = true };

    internal static string Of(KernelEntry entry) => OpenClEmitter.Emit(KernelCompiler.Compile(entry, OpenClTarget.Computes), Target).Text;
}
