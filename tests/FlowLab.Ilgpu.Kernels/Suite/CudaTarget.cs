using ILGPU.Frontend;
using ILGPU.Runtime;

namespace ILGPU.Tests.Kernels;

/// <summary>A CUDA device, which has no functions of doubles but those that PTX has.</summary>
internal sealed class CudaTarget(Accelerator accelerator) : TupleTarget($"PTX on {accelerator.Name}", accelerator)
{
    internal override bool MayRefuse(string reason) => reason.StartsWith("FLK119", StringComparison.Ordinal) && reason.Contains("of Double", StringComparison.Ordinal);

    protected override KernelLaunch LoadTuple<TArguments>(KernelEntry entry)
    {
        try
        {
            var launcher = Accelerator.LoadLauncher<TArguments>(entry);
            return (in LaunchDimensions dimensions, object[] arguments) =>
            {
                launcher.Launch(in dimensions, Tuple<TArguments>(arguments));
                Accelerator.Synchronize();
                return null;
            };
        }
        catch (KernelRefusedException refused)
        {
            return (in LaunchDimensions _, object[] _) => refused.Message;
        }
    }
}
