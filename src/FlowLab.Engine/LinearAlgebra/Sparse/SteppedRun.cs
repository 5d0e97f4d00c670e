using FlowLab.Engine.LinearAlgebra.Cpu;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>
/// Work in steps, done by any number of threads (<see cref="OrderedTasks"/>). A step has tasks that prepare and tasks that multiply what they prepared: the first wait for all of
/// the step before, the second for the first of their own.
/// </summary>
/// <typeparam name="TScratch">What a thread needs for itself.</typeparam>
internal abstract class SteppedRun<TScratch> : IDisposable
    where TScratch : class, IDisposable, new()
{
    private readonly OrderedTasks _tasks = new();
    private readonly TScratch[] _scratch;
    private int _nextScratch;
    private long _steps;
    private int _preparing;
    private int _tasksPerStep;

    protected SteppedRun(int threads)
    {
        _scratch = [.. Enumerable.Range(0, threads).Select(_ => new TScratch())];
        Participate = Work;
    }

    /// <summary>What every thread runs.</summary>
    internal Action Participate { get; }

    protected IReadOnlyList<TScratch> Scratch => _scratch;

    public virtual void Dispose()
    {
        foreach (TScratch scratch in _scratch)
            scratch.Dispose();
    }

    /// <summary>Before any thread takes part.</summary>
    protected void Begin(int steps, int preparing, int tasksPerStep)
    {
        (_steps, _preparing, _tasksPerStep, _nextScratch) = (steps, preparing, tasksPerStep, 0);
        _tasks.Reset();
    }

    /// <summary>A task that prepares.</summary>
    protected abstract void Prepare(int step, int task, TScratch scratch);

    /// <summary>A task that multiplies.</summary>
    protected abstract void Multiply(int step, int task, TScratch scratch);

    private void Work()
    {
        TScratch scratch = _scratch[Interlocked.Increment(ref _nextScratch) - 1];
        long task;
        while ((task = _tasks.Take()) < _steps * _tasksPerStep)
        {
            (long step, long item) = Math.DivRem(task, _tasksPerStep);
            bool isPreparing = item < _preparing;
            _tasks.WaitFor((step * _tasksPerStep) + (isPreparing ? 0 : _preparing));
            if (isPreparing)
                Prepare((int)step, (int)item, scratch);
            else
                Multiply((int)step, (int)item - _preparing, scratch);
            _tasks.Finish();
        }
    }
}
