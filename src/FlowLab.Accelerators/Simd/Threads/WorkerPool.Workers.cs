using System.Diagnostics;

namespace FlowLab.Accelerators.Simd;

internal sealed partial class WorkerPool
{
    private const int SpinMicroseconds = 40;
    private const int PausesPerCheck = 8;

    private static readonly long SpinTicks = Stopwatch.Frequency * SpinMicroseconds / 1_000_000;

    private readonly object _sleep = new();

    private void WorkLoop(int own)
    {
        var seen = 0;
        while (!_isStopping)
        {
            if (!SpinForLaunch(seen))
                Park(seen);
            LeaveCaller();
            seen = Volatile.Read(ref _generation);
            if (!TryEnter())
                continue;
            seen = Volatile.Read(ref _generation);
            GrabChunks(own);
            Interlocked.Decrement(ref _gate);
        }
    }

    /// <summary>Two threads on one processor are no faster than one, and each keeps the other from the launch.</summary>
    private void LeaveCaller()
    {
        var caller = Volatile.Read(ref _callerProcessor);
        if (caller >= 0 && Processors.Current == caller)
            Processors.Leave(caller, ThreadCount);
    }

    private bool TryEnter()
    {
        while (true)
        {
            var gate = Volatile.Read(ref _gate);
            if ((gate & OpenGate) == 0)
                return false;
            if (Interlocked.CompareExchange(ref _gate, gate + 1, gate) == gate)
                return true;
        }
    }

    private bool SpinForLaunch(int seen)
    {
        var start = Stopwatch.GetTimestamp();
        do
        {
            if (Volatile.Read(ref _generation) != seen)
                return true;
            Thread.SpinWait(PausesPerCheck);
        }
        while (Stopwatch.GetTimestamp() - start < SpinTicks);
        return false;
    }

    /// <summary>
    /// Sleeps until the next launch. The worker counts itself as parked before it looks at the generation, the launch raises the
    /// generation before it looks at the count (both with a full fence), so at least one of them sees the other.
    /// </summary>
    private void Park(int seen)
    {
        lock (_sleep)
        {
            Interlocked.Increment(ref _parkedCount);
            while (Volatile.Read(ref _generation) == seen)
                Monitor.Wait(_sleep);
            Interlocked.Decrement(ref _parkedCount);
        }
    }

    private void WakeParked()
    {
        if (Volatile.Read(ref _parkedCount) == 0)
            return;
        lock (_sleep)
            Monitor.PulseAll(_sleep);
    }
}
