using System.Reflection;
using System.Runtime.CompilerServices;
using ILGPU.Frontend;

namespace ILGPU.Runtime;

public abstract partial class Accelerator
{
    private readonly ConditionalWeakTable<MethodInfo, LoadedKernel> _loaded = [];

    /// <summary>
    /// Checks a kernel and loads it. The accelerator keeps no reference to it, so that a kernel of an unloadable plugin lives only as long
    /// as the delegate its plugin holds.
    /// </summary>
    /// <exception cref="KernelRefusedException">The method does what kernels may not do.</exception>
    internal KernelLauncher<TArguments> Load<TArguments>(KernelEntry entry)
        where TArguments : struct
    {
        var limits = new LaunchLimits(this, entry, KernelTraits.Of(entry, Mathematics));
        KernelLauncher<TArguments> launcher = entry.IsProvisional ? new SpecializingLauncher<TArguments>(this, entry) : LoadLauncher<TArguments>(entry);
        launcher.Limits = limits;
        return launcher;
    }

    /// <summary>The mathematics that the device does itself; all where it is null.</summary>
    private protected virtual MathSupport? Mathematics => null;

    /// <summary>A launcher of a kernel that is known to be one.</summary>
    internal abstract KernelLauncher<TArguments> LoadLauncher<TArguments>(KernelEntry entry)
        where TArguments : struct;

    /// <summary>The kernel of a method, loaded at the first call. It lives as long as the method, and with it the method's plugin.</summary>
    private KernelLauncher<TArguments> Loaded<TArguments>(Delegate action, bool isGrouped)
        where TArguments : struct
    {
        var method = KernelMethod.Of(action);
        ThrowIfDisposed();
        var loaded = _loaded.GetValue(method, static _ => new());
        return loaded.Find<TArguments>(isGrouped) ?? loaded.Load<TArguments>(this, isGrouped ? KernelEntry.OfGroups(method) : KernelEntry.OfIndex(method));
    }
}
