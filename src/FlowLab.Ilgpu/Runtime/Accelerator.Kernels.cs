namespace ILGPU.Runtime;

public abstract partial class Accelerator
{
    /// <summary>
    /// A launcher of a kernel. The accelerator keeps no reference to it, so that a kernel of an unloadable plugin lives only as long as
    /// the delegate its plugin holds.
    /// </summary>
    internal abstract KernelLauncher<TArguments> LoadLauncher<TArguments>(KernelEntry entry)
        where TArguments : struct;
}
