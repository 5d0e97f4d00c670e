namespace FlowLab.Accelerators.Simd;

/// <summary>Who runs launches of up to a millisecond.</summary>
internal enum LaunchWay
{
    /// <summary>All threads.</summary>
    Shared,

    /// <summary>The caller.</summary>
    Alone,

    /// <summary>Per kernel those that were faster with it while all went one way.</summary>
    Own,
}
