using ILGPU.Frontend;

namespace ILGPU.Runtime;

public abstract partial class Accelerator
{
    /// <summary>
    /// Checks a kernel and loads it. The accelerator keeps no reference to it, so that a kernel of an unloadable plugin lives only as long
    /// as the delegate its plugin holds.
    /// </summary>
    /// <exception cref="KernelRefusedException">The method does what kernels may not do.</exception>
    internal KernelLauncher<TArguments> Load<TArguments>(KernelEntry entry)
        where TArguments : struct
    {
        var limits = new LaunchLimits(this, entry, KernelTraits.Of(entry));
        KernelLauncher<TArguments> launcher = entry.IsProvisional ? new SpecializingLauncher<TArguments>(this, entry) : LoadLauncher<TArguments>(entry);
        launcher.Limits = limits;
        return launcher;
    }

    /// <summary>A launcher of a kernel that is known to be one.</summary>
    internal abstract KernelLauncher<TArguments> LoadLauncher<TArguments>(KernelEntry entry)
        where TArguments : struct;
}
