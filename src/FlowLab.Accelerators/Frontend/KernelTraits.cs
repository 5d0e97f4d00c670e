using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>What a launch has to know of a kernel, found out when it is loaded; kernels that do what they may not are refused then.</summary>
/// <param name="UsesGroups">See <see cref="IRKernel.UsesGroups"/>.</param>
/// <param name="Waits">The threads of a group wait for each other, at barriers or in shuffles.</param>
/// <param name="UsesWarps">What it computes depends on the size of a warp.</param>
/// <param name="Allocates">It has local or shared memory.</param>
/// <param name="SharedSize">Bytes of shared memory per group, without dynamic shared memory.</param>
internal sealed record KernelTraits(bool UsesGroups, bool Waits, bool UsesWarps, bool Allocates, int SharedSize)
{
    /// <exception cref="KernelRefusedException">The method does what kernels may not do.</exception>
    internal static KernelTraits Of(KernelEntry entry) => KernelTranslations.TraitsOf(entry, supports: null);

    /// <param name="entry">The method and how it is launched.</param>
    /// <param name="supports">The mathematics of the backend that will compile the kernel; see <see cref="KernelTranslations.Take"/>.</param>
    /// <exception cref="KernelRefusedException">The method does what kernels may not do.</exception>
    internal static KernelTraits Of(KernelEntry entry, MathSupport? supports) => KernelTranslations.TraitsOf(entry, supports);

    internal static KernelTraits Of(IRKernel kernel) => new(
        kernel.UsesGroups,
        kernel.Values.Any(value => value.Opcode is IROpcode.Barrier or IROpcode.Shuffle),
        UsesWarpsOf(kernel),
        kernel.Allocations.Count > 0,
        kernel.Allocations.Where(allocation => allocation.Kind == IRAllocationKind.Shared).Sum(allocation => allocation.SizeInBytes));

    private static bool UsesWarpsOf(IRKernel kernel) =>
        kernel.Parameters.Any(parameter => parameter.Kind is IRParameterKind.LaneIndex or IRParameterKind.WarpSize)
        || kernel.Values.Any(value => value.Opcode == IROpcode.Shuffle || value is { Opcode: IROpcode.Barrier, Scope: IRScope.Warp });
}
