using ILGPU.Backends.Cpu;
using ILGPU.Frontend;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU.Tests.Kernels;

/// <summary>Vectors of one width.</summary>
internal sealed class SimdTarget(VectorTable vectors, Accelerator accelerator) : TupleTarget($"SIMD of {vectors.Lanes} lanes", accelerator)
{
    private static readonly string[] Limits = ["64-bit", "differ between lanes", "groups"];

    internal override bool MayRefuse(string reason) => Limits.Any(limit => reason.Contains(limit, StringComparison.Ordinal));

    protected override KernelLaunch LoadTuple<TArguments>(KernelEntry entry)
    {
        if (entry.IsGrouped || KernelTraits.Of(entry).Allocates)
            return (in LaunchDimensions _, object[] _) => "kernels of groups";
        var kernel = new SimdKernel<TArguments>(entry, vectors);
        return (in LaunchDimensions dimensions, object[] arguments) =>
        {
            var tuple = Tuple<TArguments>(arguments);
            if (kernel.VariantFor(in tuple) is not { } variant)
                return kernel.Refusal;
            SimdRows.Run(variant, in tuple, in dimensions, 0, SimdRows.CountOf(in dimensions, vectors.Lanes));
            return null;
        };
    }
}
