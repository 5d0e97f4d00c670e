using System.Runtime.ExceptionServices;

namespace FlowLab.Accelerators.Simd;

public sealed partial class SimdAccelerator
{
    private readonly SharedWork _shared = new();

    /// <summary>Threads that work on a launch, the caller among them.</summary>
    public int NumThreads => _workers.ThreadCount;

    /// <summary>
    /// Calls <paramref name="work"/> on every thread of a launch at once, for host code that shares the threads of the kernels. A thread
    /// that wakes up late may find nothing left to do, and the caller may be called in its place: the work is dealt out by what
    /// <paramref name="work"/> itself counts.
    /// </summary>
    /// <exception cref="InvalidOperationException">A kernel, or such work, asks for it.</exception>
    public void RunOnThreads(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Exception? error;
        lock (_workers.LaunchLock)
            error = RunOnWorkers(work);
        if (error is not null)
            ExceptionDispatchInfo.Throw(error);
    }

    private Exception? RunOnWorkers(Action work)
    {
        _shared.Work = work;
        try
        {
            return _workers.Run(_shared, 0, NumThreads);
        }
        finally
        {
            _shared.Work = null;
        }
    }

    /// <summary>A launch of one instance per thread.</summary>
    private sealed class SharedWork : IRangeBody
    {
        internal Action? Work { get; set; }

        public void Run(long from, long to)
        {
            for (; from < to; from++)
                Work!();
        }
    }
}
