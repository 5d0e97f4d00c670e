namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>The states of all threads of a group: whose turn it is, and which barriers are complete.</summary>
internal sealed class GroupThreadStates
{
    private GroupThreadState[] _states = [];
    private int _count;
    private int _warpSize = 1;

    internal GroupThreadState this[int thread]
    {
        get => _states[thread];
        set => _states[thread] = value;
    }

    internal void Start(int count, int warpSize)
    {
        if (_states.Length < count)
            _states = new GroupThreadState[count];
        Array.Clear(_states, 0, count);
        (_count, _warpSize) = (count, warpSize);
    }

    internal bool AreAllFinished => !_states.AsSpan(0, _count).ContainsAnyExcept(GroupThreadState.Finished);

    /// <summary>The next thread in order that can go on, barriers opened that all have reached; -1 where none can.</summary>
    internal int Next(int after)
    {
        var next = NextReady(after);
        return next >= 0 || !OpenBarriers() ? next : NextReady(-1);
    }

    /// <summary>A thread that waits; -1 where all have finished.</summary>
    internal int NextUnfinished() => _states.AsSpan(0, _count).IndexOfAnyExcept(GroupThreadState.Finished);

    /// <summary>Why no thread can go on, for people.</summary>
    internal string Describe() =>
        $"{Count(GroupThreadState.AtGroupBarrier)} wait at a barrier of the group, {Count(GroupThreadState.AtWarpBarrier)} at a barrier or shuffle of their "
        + $"warp, and {Count(GroupThreadState.Finished)} have returned";

    private int NextReady(int after)
    {
        for (var i = 1; i <= _count; i++)
        {
            var thread = (after + i) % _count;
            if (_states[thread] == GroupThreadState.Ready)
                return thread;
        }

        return -1;
    }

    private bool OpenBarriers()
    {
        var isOpened = Open(0, _count, GroupThreadState.AtGroupBarrier);
        for (var first = 0; first < _count; first += _warpSize)
            isOpened |= Open(first, Math.Min(_warpSize, _count - first), GroupThreadState.AtWarpBarrier);
        return isOpened;
    }

    private bool Open(int first, int count, GroupThreadState barrier)
    {
        var threads = _states.AsSpan(first, count);
        if (threads.ContainsAnyExcept(barrier))
            return false;

        // Cleared is ready.
        threads.Clear();
        return true;
    }

    private int Count(GroupThreadState state) => _states.AsSpan(0, _count).Count(state);
}
