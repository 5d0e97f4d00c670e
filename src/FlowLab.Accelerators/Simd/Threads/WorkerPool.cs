using System.Runtime.CompilerServices;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Persistent threads that run one range at a time together with the calling thread.
/// <para>
/// A launch opens the gate; a worker that sees it open enters by counting itself in, grabs chunks until none are left, and counts
/// itself out. The caller works too, then shuts the gate and waits for those inside, so a worker that wakes up late costs nothing.
/// Every thread begins with a part of the range that is its own, so that what it wrote in one launch is in its cache in the next, and then helps with the others'.
/// The fields of a launch change only while the gate is shut and empty.
/// </para>
/// </summary>
internal sealed partial class WorkerPool : IDisposable
{
    private const int OpenGate = 1 << 30;
    private const int ChunksPerThread = 8;

    /// <summary>Numbers between those of two threads: two lines of a cache, as processors fetch them in pairs.</summary>
    private const int Apart = 16;

    private readonly Lock _launchLock = new();
    private readonly Thread[] _threads;
    private IRangeBody? _body;
    private readonly long[] _next;
    private readonly long[] _ends;
    private long _grain;
    private Exception? _firstError;
    private int _gate;
    private int _generation;
    private int _parkedCount;
    private int _callerProcessor = -1;
    private volatile bool _isStopping;

    /// <param name="threadCount">Threads that work on a launch, the caller among them.</param>
    /// <param name="priority">The priority of the others.</param>
    internal WorkerPool(int threadCount, ThreadPriority priority)
    {
        ThreadCount = threadCount;
        (_next, _ends) = (new long[Apart * (threadCount + 1)], new long[Apart * (threadCount + 1)]);
        _threads = new Thread[threadCount - 1];
        for (var i = 0; i < _threads.Length; i++)
        {
            var own = i + 1;
            _threads[i] = new(() => WorkLoop(own)) { IsBackground = true, Name = $"SIMD worker {i + 1}", Priority = priority };
            _threads[i].Start();
        }
    }

    internal int ThreadCount { get; }

    /// <summary>When short launches are tried on all threads and when on the caller alone.</summary>
    internal LaunchPhases Phases { get; } = new();

    /// <summary>The lock of a launch: whoever calls <see cref="Run"/> holds it.</summary>
    /// <exception cref="InvalidOperationException">A kernel asks for it: a launch inside of a launch would wait for itself.</exception>
    internal Lock LaunchLock => _launchLock.IsHeldByCurrentThread || Array.IndexOf(_threads, Thread.CurrentThread) >= 0
        ? throw new InvalidOperationException("A kernel must not launch kernels on its own accelerator; launch them one after the other.")
        : _launchLock;

    /// <summary>How many instances are grabbed at once: few enough to balance, many enough to be cheap.</summary>
    internal long GrainOf(long total) => Math.Max(1, total / (ThreadCount * ChunksPerThread));

    /// <summary>Runs [from, total) of a body on all threads. The result is what the first failing instance threw, or null.</summary>
    internal Exception? Run(IRangeBody body, long from, long total)
    {
        (_body, _grain, _firstError) = (body, GrainOf(total - from), null);
        Deal(from, total);
        _callerProcessor = Processors.Current;
        Interlocked.Exchange(ref _gate, OpenGate);
        Interlocked.Increment(ref _generation);
        WakeParked();
        GrabChunks(0);
        Interlocked.And(ref _gate, ~OpenGate);
        WaitUntilEmpty();
        _body = null;
        return _firstError;
    }

    public void Dispose()
    {
        _isStopping = true;
        Interlocked.Increment(ref _generation);
        WakeParked();
        foreach (var thread in _threads)
        {
            if (thread != Thread.CurrentThread)
                thread.Join();
        }
    }

    /// <summary>Gives every thread its part of a range.</summary>
    private void Deal(long from, long total)
    {
        var length = total - from;
        for (var i = 0; i < ThreadCount; i++)
        {
            Volatile.Write(ref _next[Apart * (i + 1)], from + (length * i / ThreadCount));
            _ends[Apart * (i + 1)] = from + (length * (i + 1) / ThreadCount);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GrabChunks(int own)
    {
        try
        {
            for (var i = 0; i < ThreadCount; i++)
            {
                var part = own + i;
                GrabChunksOf(Apart * (1 + (part < ThreadCount ? part : part - ThreadCount)));
            }
        }
        catch (Exception error)
        {
            Interlocked.CompareExchange(ref _firstError, error, null);
            for (var i = 1; i <= ThreadCount; i++)
                Interlocked.Exchange(ref _next[Apart * i], _ends[Apart * i]);
        }
    }

    private void GrabChunksOf(int part)
    {
        ref var next = ref _next[part];
        long from, end = _ends[part];
        if (Volatile.Read(ref next) >= end)
            return;
        while ((from = Interlocked.Add(ref next, _grain) - _grain) < end)
            _body!.Run(from, Math.Min(from + _grain, end));
    }

    private void WaitUntilEmpty()
    {
        var spinner = default(SpinWait);
        while (Volatile.Read(ref _gate) != 0)
            spinner.SpinOnce(sleep1Threshold: -1);
    }
}
