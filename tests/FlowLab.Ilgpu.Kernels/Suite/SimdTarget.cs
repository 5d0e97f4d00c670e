using ILGPU.Backends.Cpu;
using ILGPU.Runtime;

namespace ILGPU.Tests.Kernels;

/// <summary>Vectors of one width, which take every kernel.</summary>
internal sealed class SimdTarget(VectorTable vectors, Accelerator accelerator) : TupleTarget($"SIMD of {vectors.Lanes} lanes", accelerator)
{
    protected override KernelLaunch LoadTuple<TArguments>(KernelEntry entry)
    {
        var kernel = new SimdKernel<TArguments>(entry, vectors, entry.GroupSize > 0 ? entry.GroupSize : Accelerator.MaxNumThreadsPerGroup);
        return (in LaunchDimensions dimensions, object[] arguments) =>
        {
            var tuple = Tuple<TArguments>(arguments);
            var variant = kernel.VariantFor(in tuple, in dimensions);
            variant.Run(in tuple, in dimensions, 0, variant.CountOf(in dimensions));
            return null;
        };
    }
}
