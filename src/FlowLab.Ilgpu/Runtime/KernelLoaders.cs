namespace ILGPU.Runtime;

/// <summary>
/// Loads kernels: static methods whose first parameter is the index and whose further 1 to 14 parameters are structs. Load once and
/// keep the delegate: every call compiles anew.
/// </summary>
public static partial class KernelLoaders
{
    private static KernelLauncher<TArguments> Load<TArguments>(Accelerator accelerator, Delegate action)
        where TArguments : struct
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var method = KernelMethod.Of(action);
        accelerator.ThrowIfDisposed();
        return accelerator.LoadLauncher<TArguments>(KernelEntry.OfIndex(method));
    }
}
