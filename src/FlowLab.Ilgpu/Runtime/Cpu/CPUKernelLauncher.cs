using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// Launches one kernel method. Launches that were recently too short to be worth a hand-over run on the caller, chunk by chunk, and
/// hand over what is left as soon as they turn out to be longer.
/// </summary>
internal sealed class CPUKernelLauncher<TIndex, TArguments> : KernelLauncher<TIndex, TArguments>, IRangeBody
    where TIndex : struct, IIndex
    where TArguments : struct
{
    private const int InlineMicroseconds = 5;

    private static readonly long InlineTicks = Stopwatch.Frequency * InlineMicroseconds / 1_000_000;

    private readonly WorkerPool _workers;
    private readonly RangeBody<TIndex, TArguments> _body;
    private readonly ArgumentCheck<TArguments>? _check;
    private TArguments _arguments;
    private TIndex _extent;
    private double _ticksPerInstance = double.PositiveInfinity;

    internal CPUKernelLauncher(Accelerator accelerator, MethodInfo method, WorkerPool workers)
        : base(accelerator)
    {
        RuntimeHelpers.RunClassConstructor(typeof(BoundsCheck).TypeHandle);
        _workers = workers;
        _body = RangeBodyEmitter.Emit<TIndex, TArguments>(method);
        _check = ArgumentCheckEmitter.Emit<TArguments>(method);
    }

    void IRangeBody.Run(long from, long to) => _body(in _arguments, _extent, from, to);

    protected override void LaunchCore(TIndex extent, in TArguments arguments)
    {
        var total = IndexSpace.CountOf(extent);
        _check?.Invoke(in arguments, Accelerator);
        if (total == 0)
            return;
        var start = Stopwatch.GetTimestamp();
        var done = _workers.ThreadCount == 1 || total == 1
            ? RunAll(extent, arguments, total)
            : RunWhileShort(extent, arguments, total, start);
        if (done < total)
            RunOnWorkers(extent, arguments, done, total);
        Remember(Stopwatch.GetTimestamp() - start, total);
    }

    private long RunAll(TIndex extent, in TArguments arguments, long total)
    {
        _body(in arguments, extent, 0, total);
        return total;
    }

    private long RunWhileShort(TIndex extent, in TArguments arguments, long total, long start)
    {
        if (Volatile.Read(ref _ticksPerInstance) * total > InlineTicks)
            return 0;
        var grain = _workers.GrainOf(total);
        var done = 0L;
        while (done < total && Stopwatch.GetTimestamp() - start < 2 * InlineTicks)
        {
            var to = Math.Min(done + grain, total);
            _body(in arguments, extent, done, to);
            done = to;
        }

        return done;
    }

    private void RunOnWorkers(TIndex extent, in TArguments arguments, long from, long total)
    {
        Exception? error;
        lock (_workers.LaunchLock)
        {
            (_extent, _arguments) = (extent, arguments);
            error = _workers.Run(this, from, total);
            _arguments = default;
        }

        if (error is not null)
            ExceptionDispatchInfo.Throw(error);
    }

    /// <summary>The estimate follows a longer launch at once and shorter ones slowly, so that mixed lengths stay parallel.</summary>
    private void Remember(long ticks, long total)
    {
        var measured = (double)ticks / total;
        var known = Volatile.Read(ref _ticksPerInstance);
        var next = double.IsPositiveInfinity(known) ? measured : Math.Max(measured, 0.9 * known);
        Volatile.Write(ref _ticksPerInstance, next);
    }
}
