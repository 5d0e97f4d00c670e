namespace FlowLab.Accelerators.OpenCl12;

/// <summary>What the code generator may use on a device.</summary>
internal static class OpenClDeviceTarget
{
    private const int PreferredSubGroup = 16;

    /// <summary>
    /// Shuffles go through local memory. Those of sub-groups were wrong on the only device with them that was tried, PoCL 6, where warps diverge or
    /// are not full, so they have to be asked for: <c>FLOWLAB_SUBGROUPS=1</c>.
    /// </summary>
    private static readonly bool TakesSubGroups = Environment.GetEnvironmentVariable("FLOWLAB_SUBGROUPS") == "1";

    internal static OpenClTarget Of(OpenCl12Device device)
    {
        var target = OpenClTarget.Core with
        {
            HasDoubles = device.HasExtension("cl_khr_fp64"),
            HasLongAtomics = device.HasExtension("cl_khr_int64_base_atomics"),
            HasExtendedLongAtomics = device.HasExtensions("cl_khr_int64_base_atomics", "cl_khr_int64_extended_atomics"),
        };
        return TakesSubGroups && SubGroupSize(device) is { } size && ShufflesOf(device) is var shuffles and not OpenClShuffles.LocalMemory
            ? target with { Shuffles = shuffles, WarpSize = size }
            : target;
    }

    /// <summary>The functions for shuffles are not enough: a kernel must also be able to choose the size, or nobody knows it in advance.</summary>
    private static OpenClShuffles ShufflesOf(OpenCl12Device device) =>
        device.HasExtension("cl_intel_subgroups") ? OpenClShuffles.Intel
        : device.HasExtensions("cl_khr_subgroups", "cl_khr_subgroup_shuffle") ? OpenClShuffles.Khronos
        : OpenClShuffles.LocalMemory;

    private static int? SubGroupSize(OpenCl12Device device)
    {
        if (!device.HasExtension("cl_intel_required_subgroup_size"))
            return null;
        var sizes = device.List<nuint>(OpenClInfo.DeviceSubGroupSizesIntel).Select(size => (int)size).Where(int.IsPow2).ToList();
        return sizes.Contains(PreferredSubGroup) ? PreferredSubGroup : sizes.Count == 0 ? null : sizes.Max();
    }
}
