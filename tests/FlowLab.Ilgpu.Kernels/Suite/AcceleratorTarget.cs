using ILGPU.Frontend;
using ILGPU.Runtime;

namespace ILGPU.Tests.Kernels;

/// <summary>A device, by the way of every launch of the library.</summary>
/// <param name="accelerator">The device.</param>
/// <param name="lacks">Whether the device may refuse a kernel for this reason, as one without doubles may.</param>
internal sealed class AcceleratorTarget(Accelerator accelerator, Func<string, bool> lacks) : TupleTarget($"{accelerator.AcceleratorType} {accelerator.Name}", accelerator)
{
    internal override bool MayRefuse(string reason) => lacks(reason);

    internal static KernelLaunch Load<TArguments>(Accelerator accelerator, KernelEntry entry)
        where TArguments : struct
    {
        var launcher = accelerator.Load<TArguments>(entry);
        return (in LaunchDimensions dimensions, object[] arguments) =>
        {
            launcher.Launch(in dimensions, Tuple<TArguments>(arguments));
            accelerator.Synchronize();
            return null;
        };
    }

    protected override KernelLaunch LoadTuple<TArguments>(KernelEntry entry)
    {
        try
        {
            return Load<TArguments>(Accelerator, entry);
        }
        catch (KernelRefusedException refused)
        {
            return (in LaunchDimensions _, object[] _) => refused.Message;
        }
    }
}
