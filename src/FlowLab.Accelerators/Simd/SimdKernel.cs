using System.Diagnostics;
using System.Runtime.ExceptionServices;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Launches;
using ILGPU.Backends;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// Launches one kernel, its pieces spread over threads. Launches for which a hand-over does not pay (<see cref="LaunchTimes"/>) run on the caller, part by part, and hand
/// over what is left as soon as they turn out to be longer.
/// </summary>
internal sealed unsafe class SimdKernel : LaunchableKernel, IRangeBody
{
    /// <summary>A caller that is alone looks how late it is after each part: a look takes as long as a small launch.</summary>
    private const int PartsAlone = 2;

    private readonly LaunchTimes _times;
    private readonly WorkerPool _workers;
    private readonly SimdSpecializations _programs;
    private long* _arguments;
    private LaunchDimensions _dimensions;
    private ProgramVariant? _variant;

    internal SimdKernel(SimdAccelerator accelerator, CompiledKernel compiled, KernelEntry entry, LaunchLimits limits, WorkerPool workers)
        : base(accelerator, compiled, entry, limits) =>
        (_workers, _programs, _times) = (workers, new(entry, accelerator.Device.Vectors), new(workers.ThreadCount, workers.Phases));

    void IRangeBody.Run(long from, long to) => _variant!.Run(_arguments, in _dimensions, from, to);

    private protected override void LaunchCore(AcceleratorStream stream, in LaunchDimensions dimensions, long* arguments)
    {
        if (dimensions.Count == 0 && !dimensions.IsGrouped)
            return;
        var variant = _programs.For(arguments).VariantFor(arguments, in dimensions);
        var total = variant.CountOf(in dimensions);
        if (_workers.ThreadCount == 1)
        {
            variant.Run(arguments, in dimensions, 0, total);
            return;
        }

        var plan = total == 1 ? new(long.MaxValue / 2) : _times.Begin(total);
        var start = Stopwatch.GetTimestamp();
        var done = plan.TicksAlone > 0 ? RunAlone(variant, in dimensions, arguments, total, start + plan.TicksAlone) : 0;
        if (done < total)
            RunOnWorkers(variant, in dimensions, arguments, done, total);
        _times.End(plan, Stopwatch.GetTimestamp() - start, total);
    }

    protected override void DisposeAcceleratorObject(bool disposing)
    {
    }

    /// <returns>The pieces that are done.</returns>
    private static long RunAlone(ProgramVariant variant, in LaunchDimensions dimensions, long* arguments, long total, long end)
    {
        var done = 0L;
        do
        {
            var to = Math.Min(done + ((total + PartsAlone - 1) / PartsAlone), total);
            variant.Run(arguments, in dimensions, done, to);
            done = to;
        }
        while (done < total && Stopwatch.GetTimestamp() < end);
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
}
