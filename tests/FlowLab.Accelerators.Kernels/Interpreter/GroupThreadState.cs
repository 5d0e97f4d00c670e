namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>Where a thread of a group is.</summary>
internal enum GroupThreadState
{
    /// <summary>Running, or waiting for its turn.</summary>
    Ready = 0,

    /// <summary>Waiting for the other threads of its warp.</summary>
    AtWarpBarrier,

    /// <summary>Waiting for the other threads of its group.</summary>
    AtGroupBarrier,

    /// <summary>The kernel returned.</summary>
    Finished,
}
