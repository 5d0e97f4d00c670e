using System.Diagnostics;
using System.Runtime.ExceptionServices;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Launches;
using ILGPU.Backends;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Launches one kernel, its pieces spread over threads. Launches that were recently too short to be worth a hand-over run on the caller,
/// piece by piece, and hand over what is left as soon as they turn out to be longer.
/// </summary>
internal sealed unsafe class SimdKernel : LaunchableKernel, IRangeBody
{
    private const int InlineMicroseconds = 5;

    private static readonly long InlineTicks = Stopwatch.Frequency * InlineMicroseconds / 1_000_000;

    private readonly WorkerPool _workers;
    private readonly SimdSpecializations _programs;
    private long* _arguments;
    private LaunchDimensions _dimensions;
    private ProgramVariant? _variant;
    private double _ticksPerPiece = double.PositiveInfinity;

    internal SimdKernel(SimdAccelerator accelerator, CompiledKernel compiled, KernelEntry entry, LaunchLimits limits, WorkerPool workers)
        : base(accelerator, compiled, entry, limits) =>
        (_workers, _programs) = (workers, new(entry, accelerator.Device.Vectors));

    void IRangeBody.Run(long from, long to) => _variant!.Run(_arguments, in _dimensions, from, to);

    private protected override void LaunchCore(AcceleratorStream stream, in LaunchDimensions dimensions, long* arguments)
    {
        if (dimensions.Count == 0 && !dimensions.IsGrouped)
            return;
        var variant = _programs.For(arguments).VariantFor(arguments, in dimensions);
        var total = variant.CountOf(in dimensions);
        var start = Stopwatch.GetTimestamp();
        var done = _workers.ThreadCount == 1 || total == 1
            ? RunAll(variant, in dimensions, arguments, total)
            : RunWhileShort(variant, in dimensions, arguments, total, start);
        if (done < total)
            RunOnWorkers(variant, in dimensions, arguments, done, total);
        Remember(Stopwatch.GetTimestamp() - start, total);
    }

    protected override void DisposeAcceleratorObject(bool disposing)
    {
    }

    private static long RunAll(ProgramVariant variant, in LaunchDimensions dimensions, long* arguments, long total)
    {
        variant.Run(arguments, in dimensions, 0, total);
        return total;
    }

    private long RunWhileShort(ProgramVariant variant, in LaunchDimensions dimensions, long* arguments, long total, long start)
    {
        if (Volatile.Read(ref _ticksPerPiece) * total > InlineTicks)
            return 0;
        var grain = _workers.GrainOf(total);
        var done = 0L;
        while (done < total && Stopwatch.GetTimestamp() - start < 2 * InlineTicks)
        {
            var to = Math.Min(done + grain, total);
            variant.Run(arguments, in dimensions, done, to);
            done = to;
        }

        return done;
    }

    private void RunOnWorkers(ProgramVariant variant, in LaunchDimensions dimensions, long* arguments, long from, long total)
    {
        Exception? error;
        lock (_workers.LaunchLock)
        {
            (_variant, _dimensions) = (variant, dimensions);
            _arguments = arguments;
            error = _workers.Run(this, from, total);
        }

        if (error is not null)
            ExceptionDispatchInfo.Throw(error);
    }

    /// <summary>The estimate follows a longer launch at once and shorter ones slowly, so that mixed lengths stay parallel.</summary>
    private void Remember(long ticks, long total)
    {
        var measured = (double)ticks / total;
        var known = Volatile.Read(ref _ticksPerPiece);
        var next = double.IsPositiveInfinity(known) ? measured : Math.Max(measured, 0.9 * known);
        Volatile.Write(ref _ticksPerPiece, next);
    }
}
