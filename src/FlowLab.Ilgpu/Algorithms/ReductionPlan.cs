using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>How a reduction is spread over a device; it depends on nothing but the device and the length, so that sums repeat.</summary>
internal readonly record struct ReductionPlan(int Groups, int GroupSize)
{
    private const int LargestGroup = 256;
    private const int ElementsPerThread = 8;
    private const int GroupsPerMultiprocessor = 8;
    internal const int MostGroups = 1024;

    internal static ReductionPlan Of(Accelerator accelerator, long length)
    {
        var warps = Math.Max(1, Math.Min(LargestGroup, accelerator.MaxNumThreadsPerGroup) / accelerator.WarpSize);
        var groupSize = warps * accelerator.WarpSize;
        var useful = (length + (groupSize * ElementsPerThread) - 1) / (groupSize * ElementsPerThread);
        var most = Math.Min(MostGroups, accelerator.NumMultiprocessors * GroupsPerMultiprocessor);
        return new((int)Math.Clamp(useful, 1, most), groupSize);
    }
}
