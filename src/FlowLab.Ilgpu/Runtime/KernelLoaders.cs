namespace ILGPU.Runtime;

/// <summary>
/// Loads kernels: static methods whose first parameter is the index and whose further 1 to 14 parameters are structs. Load once and
/// keep the delegate: every call compiles anew.
/// </summary>
public static partial class KernelLoaders
{
    private static KernelLauncher<TIndex, TArguments> Load<TIndex, TArguments>(Accelerator accelerator, Delegate action)
        where TIndex : struct, IIndex
        where TArguments : struct
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return accelerator.LoadLauncher<TIndex, TArguments>(action);
    }
}
