using ILGPU.Backends.Cpu;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU.Tests.Kernels;

/// <summary>Vectors of one width.</summary>
internal sealed class SimdTarget(VectorTable vectors, Accelerator accelerator) : TupleTarget($"SIMD of {vectors.Lanes} lanes", accelerator)
{
    internal override bool MayRefuse(string reason) => reason.Contains("64-bit", StringComparison.Ordinal) || reason.Contains("differ between lanes", StringComparison.Ordinal);

    protected override KernelLaunch LoadTuple<TArguments>(KernelEntry entry)
    {
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
