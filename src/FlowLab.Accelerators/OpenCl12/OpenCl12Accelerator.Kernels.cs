using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Launches;
using ILGPU.Backends;

namespace FlowLab.Accelerators.OpenCl12;

public sealed partial class OpenCl12Accelerator
{
    protected override Kernel LoadKernelInternal(CompiledKernel kernel) => Load(kernel, 0);

    protected override Kernel LoadImplicitlyGroupedKernelInternal(CompiledKernel kernel, int customGroupSize, out KernelInfo? kernelInfo)
    {
        LaunchLimits.VerifyGroupSize(this, customGroupSize, MaxNumThreadsPerGroup);
        kernelInfo = new(customGroupSize, NumMultiprocessors);
        return Load(kernel, customGroupSize);
    }

    protected override Kernel LoadAutoGroupedKernelInternal(CompiledKernel kernel, out KernelInfo? kernelInfo)
    {
        var loaded = Load(kernel, 0);
        kernelInfo = new(loaded.ChosenGroup, NumMultiprocessors);
        return loaded;
    }

    protected override int EstimateMaxActiveGroupsPerMultiprocessorInternal(Kernel kernel, int groupSize, int dynamicSharedMemorySizeInBytes) =>
        Math.Max(1, MaxNumThreadsPerMultiprocessor / groupSize);

    protected override int EstimateGroupSizeInternal(Kernel kernel, int dynamicSharedMemorySizeInBytes, int maxGroupSize, out int minGridSize) =>
        EstimateGroupSizeInternal(kernel, _ => dynamicSharedMemorySizeInBytes, maxGroupSize, out minGridSize);

    /// <summary>The largest group whose memory fits.</summary>
    protected override int EstimateGroupSizeInternal(Kernel kernel, Func<int, int> computeSharedMemorySize, int maxGroupSize, out int minGridSize)
    {
        var ours = (OpenCl12Kernel)kernel;
        minGridSize = NumMultiprocessors;
        var step = ours.PreferredMultiple;
        var size = maxGroupSize > 0 ? Math.Min(maxGroupSize, ours.LargestGroup) : ours.LargestGroup;
        while (size > 1 && ours.SharedSizeOf(size, computeSharedMemorySize(size)) > MaxSharedMemoryPerGroup)
            size = size > step ? (size - 1) / step * step : size / 2;
        return size;
    }

    private OpenCl12Kernel Load(CompiledKernel compiled, int groupSize)
    {
        var entry = ((OpenCl12CompiledKernel)compiled).Entry with { GroupSize = groupSize };
        return new(this, compiled, entry, KernelTraits.Of(entry, OpenClTarget.Computes));
    }
}
