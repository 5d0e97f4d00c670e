namespace ILGPU.Runtime.CPU;

/// <summary>
/// Runs groups with one real thread per thread of the group. Only one of them runs at a time, until it gets to a barrier; then it is the
/// next one's turn, in linear order. So a kernel does the same in every run, races included.
/// </summary>
internal sealed class ThreadTurns : IThreadTurns, IDisposable
{
    private const int StackSizeInBytes = 1 << 19;

    private readonly List<Turn> _turns = [];
    private readonly List<Thread> _threads = [];
    private readonly Turn _groupDone = new();
    private readonly GroupThreadStates _states = new();
    private readonly ThreadGroup _group;
    private IGroupBody? _body;
    private long _firstInstance;
    private Exception? _error;
    private bool _isStopping;

    internal ThreadTurns(int warpSize) => _group = new(warpSize, this);

    /// <summary>Runs all groups of a launch, one after the other. The result is what the first failing thread threw, or null.</summary>
    internal Exception? Run(IGroupBody body)
    {
        (_body, _error) = (body, null);
        var plan = body.Plan;
        for (var group = 0L; group < plan.Groups && _error is null; group++)
            RunGroup(in plan, group);
        _body = null;
        return _error;
    }

    public void Wait(int thread, GroupThreadState barrier)
    {
        _states[thread] = barrier;
        var next = _error is null ? _states.Next(thread) : thread;
        if (next < 0)
            (next, _error) = (thread, Divergence());
        if (next != thread)
        {
            _turns[next].Give();
            _turns[thread].Await();
        }

        if (_error is not null)
            throw new GroupAbortedException();
    }

    public void Dispose()
    {
        _isStopping = true;
        foreach (var turn in _turns)
            turn.Give();
        foreach (var thread in _threads)
            thread.Join();
    }

    private void RunGroup(in GroupPlan plan, long group)
    {
        _group.Start(in plan, group);
        _firstInstance = group * plan.GroupDim.Size;
        _states.Start(_group.Count, _group.WarpSize);
        while (_threads.Count < _group.Count)
            AddThread();
        _turns[0].Give();
        _groupDone.Await();
    }

    private void AddThread()
    {
        var index = _threads.Count;
        _turns.Add(new());
        _threads.Add(new(() => Work(index), StackSizeInBytes) { IsBackground = true, Name = $"ILGPU group thread {index}" });
        _threads[index].Start();
    }

    private void Work(int thread)
    {
        while (true)
        {
            _turns[thread].Await();
            if (_isStopping)
                return;
            RunThread(thread);
            Finish(thread);
        }
    }

    private void RunThread(int thread)
    {
        try
        {
            _group.ThreadAt(thread).Enter(thread);
            if (_error is null)
                _body!.Run(_firstInstance + thread);
        }
        catch (GroupAbortedException)
        {
            // The error that the group ends with is kept already.
        }
        catch (Exception error)
        {
            _error ??= error;
        }
        finally
        {
            KernelThread.Leave();
        }
    }

    private void Finish(int thread)
    {
        _states[thread] = GroupThreadState.Finished;
        var next = _states.Next(thread);
        if (next < 0 && !_states.AreAllFinished)
        {
            _error ??= Divergence();
            next = _states.NextUnfinished();
        }

        if (next >= 0)
            _turns[next].Give();
        else
            _groupDone.Give();
    }

    private InvalidOperationException Divergence() => new(
        $"FLK202: all threads of a group must get to the same barriers, and all threads of a warp to the same shuffles, but of the "
        + $"{_group.Count} threads of group {_group.GridIndex} {_states.Describe()}. Take barriers and shuffles out of branches and loops that "
        + "threads leave at different times.");
}
