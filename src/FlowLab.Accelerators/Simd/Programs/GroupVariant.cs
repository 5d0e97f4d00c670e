using FlowLab.Accelerators.Launches;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Instances in groups, which are the pieces: one group runs on one thread, warp by warp, where its warps wait for each other from barrier
/// to barrier. The form for the last threads of a group, fewer than a warp, is emitted when a group first needs it.
/// </summary>
internal sealed unsafe class GroupVariant : ProgramVariant
{
    internal const int Finished = -1;

    private readonly SimdAnalysis _analysis;
    private readonly GroupBody _whole;
    private readonly long _wholeFrame;
    private readonly Lazy<(GroupBody Body, long FrameSize)> _part;
    private readonly int _lanes;
    private readonly int _groupSize;

    /// <param name="analysis">The kernel.</param>
    /// <param name="vectors">The vectors that warps are.</param>
    /// <param name="groupSize">Threads per group where the launch does not say.</param>
    internal GroupVariant(SimdAnalysis analysis, VectorTable vectors, int groupSize)
    {
        (_analysis, _lanes, _groupSize) = (analysis, vectors.Lanes, groupSize);
        (_whole, _wholeFrame) = SimdEmitter.EmitGroups(analysis, vectors, isPartial: false);
        _part = new(() => SimdEmitter.EmitGroups(analysis, vectors, isPartial: true));
        (Waits, HasTables) = (analysis.Waits, analysis.Kernel.Indices.Count() > 1);
    }

    private bool Waits { get; }

    private bool HasTables { get; }

    internal override long CountOf(in LaunchDimensions dimensions) => GroupPlan.Of(in dimensions, _groupSize).Groups;

    internal override void Run(long* arguments, in LaunchDimensions dimensions, long from, long to)
    {
        var plan = GroupPlan.Of(in dimensions, _groupSize);
        var memory = GroupMemory.Current;
        var state = memory.Start(in plan, _lanes, _analysis.Shared.SizeInBytes, FrameSizeOf(in plan));
        for (; from < to; from++)
        {
            Place(&state, in plan, from);
            if (HasTables)
                memory.PlaceIndices(&state, in dimensions, from * plan.GroupDim.Size);
            if (Waits)
                RunInTurns(arguments, &state, memory);
            else
                RunThrough(arguments, &state, memory.Frames);
        }

        GC.KeepAlive(memory);
    }

    /// <summary>Bytes per warp.</summary>
    private long FrameSizeOf(in GroupPlan plan)
    {
        var isPartial = plan.GroupDim.Size % _lanes != 0 || plan.Instances % _lanes != 0;
        return isPartial ? Math.Max(_wholeFrame, _part.Value.FrameSize) : _wholeFrame;
    }

    private void Place(GroupState* state, in GroupPlan plan, long number)
    {
        var grid = plan.GridDim;
        state->GridIndexX = (int)(number % grid.X);
        state->GridIndexY = (int)(number / grid.X % grid.Y);
        state->GridIndexZ = (int)(number / grid.X / grid.Y);
        state->FirstIndex = number * plan.GroupDim.Size;
        state->Threads = plan.ThreadsOf(number);
        state->Warps = (state->Threads + _lanes - 1) / _lanes;
    }

    private void RunThrough(long* arguments, GroupState* state, long frame)
    {
        var whole = state->Threads / _lanes;
        if (whole > 0)
            _whole(arguments, state, 0, whole, frame, 0);
        if (whole < state->Warps)
            _part.Value.Body(arguments, state, whole, whole + 1, frame, 0);
    }

    /// <summary>Every warp runs to its next barrier, in turn, until all have returned.</summary>
    private void RunInTurns(long* arguments, GroupState* state, GroupMemory memory)
    {
        var points = memory.Points(state->Warps);
        int waiting;
        do
        {
            waiting = 0;
            for (var warp = 0; warp < points.Length; warp++)
            {
                points[warp] = RunWarp(arguments, state, warp, memory.FrameOf(warp), points[warp]);
                waiting += points[warp] > 0 ? 1 : 0;
            }

            if (waiting > 0 && waiting < points.Length)
                GroupMeeting.RefuseGroup(state, waiting);
        }
        while (waiting > 0);
    }

    private int RunWarp(long* arguments, GroupState* state, int warp, long frame, int point)
    {
        var body = (warp + 1) * _lanes <= state->Threads ? _whole : _part.Value.Body;
        return body(arguments, state, warp, warp + 1, frame, point);
    }
}
