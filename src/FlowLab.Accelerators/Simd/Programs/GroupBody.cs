namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Runs the warps [warp, end) of a group from a point on where it stopped before; 0 is the start. The result is the point where it stops
/// now, at a barrier of the group, or <see cref="GroupVariant.Finished"/>.
/// </summary>
internal unsafe delegate int GroupBody(long* arguments, GroupState* group, int warp, int end, long frame, int point);
