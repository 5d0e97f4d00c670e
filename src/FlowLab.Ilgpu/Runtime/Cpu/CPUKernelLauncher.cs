using System.Diagnostics;
using System.Runtime.ExceptionServices;
using ILGPU.Backends.Cpu;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// Launches one kernel, its pieces spread over threads. Launches that were recently too short to be worth a hand-over run on the caller,
/// piece by piece, and hand over what is left as soon as they turn out to be longer.
/// </summary>
internal sealed class CPUKernelLauncher<TArguments> : KernelLauncher<TArguments>, IRangeBody
    where TArguments : struct
{
    private const int InlineMicroseconds = 5;

    private static readonly long InlineTicks = Stopwatch.Frequency * InlineMicroseconds / 1_000_000;

    private readonly WorkerPool _workers;
    private readonly IKernelVariants<TArguments> _variants;
    private readonly ArgumentCheck<TArguments>? _check;
    private TArguments _arguments;
    private LaunchDimensions _dimensions;
    private KernelVariant<TArguments>? _variant;
    private double _ticksPerPiece = double.PositiveInfinity;

    internal CPUKernelLauncher(Accelerator accelerator, KernelEntry entry, WorkerPool workers, IKernelVariants<TArguments> variants)
        : base(accelerator)
    {
        (_workers, _variants) = (workers, variants);
        _check = ArgumentCheckEmitter.Emit<TArguments>(entry);
    }

    void IRangeBody.Run(long from, long to) => _variant!.Run(in _arguments, in _dimensions, from, to);

    protected override void LaunchCore(AcceleratorStream stream, in LaunchDimensions dimensions, in TArguments arguments)
    {
        _check?.Invoke(in arguments, Accelerator);
        if (dimensions.Count == 0 && !dimensions.IsGrouped)
            return;
        var variant = _variants.VariantFor(in arguments, in dimensions);
        var total = variant.CountOf(in dimensions);
        var start = Stopwatch.GetTimestamp();
        var done = _workers.ThreadCount == 1 || total == 1
            ? RunAll(variant, in dimensions, in arguments, total)
            : RunWhileShort(variant, in dimensions, in arguments, total, start);
        if (done < total)
            RunOnWorkers(variant, in dimensions, in arguments, done, total);
        Remember(Stopwatch.GetTimestamp() - start, total);
    }

    private static long RunAll(KernelVariant<TArguments> variant, in LaunchDimensions dimensions, in TArguments arguments, long total)
    {
        variant.Run(in arguments, in dimensions, 0, total);
        return total;
    }

    private long RunWhileShort(KernelVariant<TArguments> variant, in LaunchDimensions dimensions, in TArguments arguments, long total, long start)
    {
        if (Volatile.Read(ref _ticksPerPiece) * total > InlineTicks)
            return 0;
        var grain = _workers.GrainOf(total);
        var done = 0L;
        while (done < total && Stopwatch.GetTimestamp() - start < 2 * InlineTicks)
        {
            var to = Math.Min(done + grain, total);
            variant.Run(in arguments, in dimensions, done, to);
            done = to;
        }

        return done;
    }

    private void RunOnWorkers(KernelVariant<TArguments> variant, in LaunchDimensions dimensions, in TArguments arguments, long from, long total)
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
        var known = Volatile.Read(ref _ticksPerPiece);
        var next = double.IsPositiveInfinity(known) ? measured : Math.Max(measured, 0.9 * known);
        Volatile.Write(ref _ticksPerPiece, next);
    }
}
