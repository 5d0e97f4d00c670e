using System.Diagnostics;
using System.Runtime.ExceptionServices;
using ILGPU.Backends.Cpu;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// Launches one kernel method over an index space: on vectors where the SIMD backend can, one instance after the other where not. Launches
/// that were recently too short to be worth a hand-over run on the caller, chunk by chunk, and hand over what is left as soon as they turn
/// out to be longer.
/// </summary>
internal sealed class CPUKernelLauncher<TArguments> : KernelLauncher<TArguments>, IRangeBody
    where TArguments : struct
{
    private const int InlineMicroseconds = 5;

    private static readonly long InlineTicks = Stopwatch.Frequency * InlineMicroseconds / 1_000_000;

    private readonly WorkerPool _workers;
    private readonly RangeBody<TArguments> _body;
    private readonly SimdKernel<TArguments>? _simd;
    private readonly ArgumentCheck<TArguments>? _check;
    private TArguments _arguments;
    private LaunchDimensions _dimensions;
    private SimdVariant<TArguments>? _variant;
    private double _ticksPerInstance = double.PositiveInfinity;

    internal CPUKernelLauncher(Accelerator accelerator, KernelEntry entry, WorkerPool workers)
        : base(accelerator)
    {
        _workers = workers;
        _body = RangeBodyEmitter.Emit<TArguments>(entry.Method);
        _simd = KernelModes.Of(accelerator.Context) == KernelMode.Simd ? SimdKernels<TArguments>.Of(entry) : null;
        _check = ArgumentCheckEmitter.Emit<TArguments>(entry);
    }

    void IRangeBody.Run(long from, long to) => RunRange(_variant, in _arguments, in _dimensions, from, to);

    protected override void LaunchCore(AcceleratorStream stream, in LaunchDimensions dimensions, in TArguments arguments)
    {
        var count = dimensions.Count;
        _check?.Invoke(in arguments, Accelerator);
        if (count == 0)
            return;
        var variant = _simd?.VariantFor(in arguments);
        var total = variant is null ? count : SimdRows.CountOf(in dimensions, variant.Lanes);
        var start = Stopwatch.GetTimestamp();
        var done = _workers.ThreadCount == 1 || total == 1
            ? RunAll(variant, in dimensions, in arguments, total)
            : RunWhileShort(variant, in dimensions, in arguments, total, start);
        if (done < total)
            RunOnWorkers(variant, in dimensions, in arguments, done, total);
        Remember(Stopwatch.GetTimestamp() - start, total);
    }

    /// <summary>Runs a range of vectors, or of instances where there is no variant for vectors.</summary>
    private void RunRange(SimdVariant<TArguments>? variant, in TArguments arguments, in LaunchDimensions dimensions, long from, long to)
    {
        if (variant is null)
            _body(in arguments, in dimensions, from, to);
        else
            SimdRows.Run(variant, in arguments, in dimensions, from, to);
    }

    private long RunAll(SimdVariant<TArguments>? variant, in LaunchDimensions dimensions, in TArguments arguments, long total)
    {
        RunRange(variant, in arguments, in dimensions, 0, total);
        return total;
    }

    private long RunWhileShort(SimdVariant<TArguments>? variant, in LaunchDimensions dimensions, in TArguments arguments, long total, long start)
    {
        if (Volatile.Read(ref _ticksPerInstance) * total > InlineTicks)
            return 0;
        var grain = _workers.GrainOf(total);
        var done = 0L;
        while (done < total && Stopwatch.GetTimestamp() - start < 2 * InlineTicks)
        {
            var to = Math.Min(done + grain, total);
            RunRange(variant, in arguments, in dimensions, done, to);
            done = to;
        }

        return done;
    }

    private void RunOnWorkers(SimdVariant<TArguments>? variant, in LaunchDimensions dimensions, in TArguments arguments, long from, long total)
    {
        Exception? error;
        lock (_workers.LaunchLock)
        {
            (_variant, _dimensions, _arguments) = (variant, dimensions, arguments);
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
