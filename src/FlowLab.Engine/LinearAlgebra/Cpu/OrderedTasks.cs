namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// Tasks in an order that all threads share. A thread takes the next one and waits, before it starts, for the earlier ones that the task needs. Tasks
/// only wait for earlier ones, so that there is always one that can go on; and a thread that comes late holds up nobody.
/// </summary>
internal sealed class OrderedTasks
{
    private long _next;
    private long _done;

    /// <summary>Begins again with the first task; nobody else is at work.</summary>
    internal void Reset() => (_next, _done) = (0, 0);

    /// <summary>The number of the next task.</summary>
    internal long Take() => Interlocked.Increment(ref _next) - 1;

    /// <summary>A task is done.</summary>
    internal void Finish() => Interlocked.Increment(ref _done);

    /// <summary>Waits until as many tasks are done. They are the first ones where every later task waits for the same count.</summary>
    internal void WaitFor(long count)
    {
        SpinWait spinner = default;
        while (Volatile.Read(ref _done) < count)
            spinner.SpinOnce(sleep1Threshold: -1);
    }
}
