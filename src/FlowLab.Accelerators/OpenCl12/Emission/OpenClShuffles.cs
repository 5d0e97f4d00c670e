namespace FlowLab.Accelerators.OpenCl12;

/// <summary>How a lane gets the value of another lane of its warp.</summary>
internal enum OpenClShuffles
{
    /// <summary>All threads of the group write to local memory, wait, and read.</summary>
    LocalMemory,

    /// <summary>cl_khr_subgroups and cl_khr_subgroup_shuffle.</summary>
    Khronos,

    /// <summary>cl_intel_subgroups.</summary>
    Intel,
}
