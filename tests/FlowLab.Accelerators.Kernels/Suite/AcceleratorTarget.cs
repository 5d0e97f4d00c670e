using System.Reflection;
using FlowLab.Accelerators.Frontend;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>An accelerator, by ILGPU's own way of loading and launching kernels.</summary>
/// <param name="name">What it is called in messages.</param>
/// <param name="accelerator">The accelerator.</param>
/// <param name="lacks">Whether the accelerator may refuse a kernel for this reason, as one without doubles may; no refusal is allowed where it is left out.</param>
internal sealed class AcceleratorTarget(string name, Accelerator accelerator, Func<string, bool>? lacks = null) : KernelTarget(name, accelerator)
{
    internal override bool MayRefuse(string reason) => lacks?.Invoke(reason) ?? false;

    protected override KernelLaunch Load(KernelEntry entry)
    {
        try
        {
            return LaunchOf(entry.IsGrouped ? Accelerator.LoadKernel(entry.Method) : Accelerator.LoadAutoGroupedKernel(entry.Method), entry);
        }
        catch (NotSupportedException refused) when (refused.Message.StartsWith("FLK", StringComparison.Ordinal))
        {
            return (in LaunchDimensions _, object[] _) => refused.Message;
        }
    }

    private KernelLaunch LaunchOf(Kernel kernel, KernelEntry entry) => (in LaunchDimensions dimensions, object[] arguments) =>
    {
        object[] all = [kernel, Accelerator.DefaultStream, dimensions.ToArgument(entry.IndexType), .. arguments];
        kernel.Launcher!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, all, null);
        Accelerator.Synchronize();
        return null;
    };
}
