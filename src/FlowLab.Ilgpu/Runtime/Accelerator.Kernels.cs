namespace ILGPU.Runtime;

public abstract partial class Accelerator
{
    /// <summary>
    /// A launcher of the static method behind <paramref name="kernel"/>. The accelerator keeps no reference to it, so that a
    /// kernel of an unloadable plugin lives only as long as the delegate its plugin holds.
    /// </summary>
    internal abstract KernelLauncher<TIndex, TArguments> LoadLauncher<TIndex, TArguments>(Delegate kernel)
        where TIndex : struct, IIndex
        where TArguments : struct;
}
