using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;

namespace FlowLab.Accelerators.Listings;

/// <summary>The SSA form of a kernel, as the frontend makes it and as backends get it.</summary>
internal static class IRListing
{
    internal static string Of(KernelEntry entry)
    {
        var kernel = KernelFrontend.Build(entry);
        var built = Section("as built from the IL", kernel);
        KernelOptimizer.Optimize(kernel, verifyEachPass: true);
        return $"{built}\n{Section("after all passes", kernel)}";
    }

    private static string Section(string when, IRKernel kernel) =>
        $"// {when}: {kernel.Blocks.Count} blocks, {kernel.Values.Count()} values\n{kernel}";
}
