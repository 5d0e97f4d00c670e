namespace ILGPU.Runtime;

/// <summary>
/// Loads kernels: static methods whose parameters are structs, 1 to 14 of them, after the index of kernels that have one. What a kernel may
/// not do is refused here. Load once and keep the delegate: every call compiles anew.
/// </summary>
public static partial class KernelLoaders
{
    private static KernelLauncher<TArguments> LoadIndexed<TArguments>(Accelerator accelerator, Delegate action, out KernelInfo kernelInfo)
        where TArguments : struct
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        kernelInfo = new(accelerator.MaxNumThreadsPerGroup, accelerator.NumMultiprocessors);
        return Load<TArguments>(accelerator, KernelEntry.OfIndex(KernelMethod.Of(action)));
    }

    /// <exception cref="ArgumentOutOfRangeException">FLK204: the device has no groups of this size.</exception>
    private static KernelLauncher<TArguments> LoadInGroups<TArguments>(
        Accelerator accelerator, Delegate action, int customGroupSize, out KernelInfo kernelInfo)
        where TArguments : struct
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        LaunchLimits.VerifyGroupSize(accelerator, customGroupSize, accelerator.MaxNumThreadsPerGroup);
        kernelInfo = new(customGroupSize, null);
        return Load<TArguments>(accelerator, KernelEntry.OfIndex(KernelMethod.Of(action)) with { GroupSize = customGroupSize });
    }

    private static KernelLauncher<TArguments> LoadGrouped<TArguments>(
        Accelerator accelerator, Delegate action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where TArguments : struct
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        kernelInfo = new(null, null);
        return Load<TArguments>(accelerator, KernelEntry.OfGroups(KernelMethod.Of(action)) with { Specialization = specialization });
    }

    private static KernelLauncher<TArguments> Load<TArguments>(Accelerator accelerator, KernelEntry entry)
        where TArguments : struct
    {
        accelerator.ThrowIfDisposed();
        return accelerator.Load<TArguments>(entry);
    }
}
