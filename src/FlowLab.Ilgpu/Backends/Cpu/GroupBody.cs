namespace ILGPU.Backends.Cpu;

/// <summary>
/// Runs the warps [warp, end) of a group from a point on where it stopped before; 0 is the start. The result is the point where it stops
/// now, at a barrier of the group, or <see cref="GroupBody.Finished"/>.
/// </summary>
internal unsafe delegate int GroupBody<TArguments>(in TArguments arguments, GroupState* group, int warp, int end, long frame, int point)
    where TArguments : struct;

/// <summary>What all of them have in common.</summary>
internal static class GroupBody
{
    internal const int Finished = -1;
}
