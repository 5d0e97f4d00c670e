using FlowLab.Engine.LinearAlgebra.Calls;
using FlowLab.Engine.Memory;
using FlowLab.LinearAlgebra;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// One product, worked off by any number of threads. All tasks of all steps have one order (<see cref="OrderedTasks"/>): a packing task waits for the
/// products of the step before, a product for the packing of its own step.
/// </summary>
internal sealed unsafe partial class CpuGemmRun : IDisposable
{
    private const long NoTask = long.MaxValue;

    private readonly MicroKernelSet _kernels;
    private readonly AlignedMemory _narrowMemory = new();
    private readonly AlignedMemory _wideMemory = new();
    private readonly CpuGemmScratch[] _scratch;
    private readonly OrderedTasks _tasks = new();
    private CpuGemmPlan _plan;
    private GemmCall _call;
    private MatrixOutput _output;
    private float* _target;
    private float* _bias;
    private float* _sums;
    private bool _sumsAreOfNarrow;
    private PanelSource _narrow;
    private PanelSource _wide;
    private CpuPackedMatrix? _packed;
    private int _nextScratch;

    internal CpuGemmRun(MicroKernelSet kernels, int threads)
    {
        _kernels = kernels;
        _scratch = [.. Enumerable.Range(0, threads).Select(_ => new CpuGemmScratch(kernels))];
        Participate = Work;
    }

    /// <summary>What every thread runs.</summary>
    internal Action Participate { get; }

    /// <summary>Takes over a product; the result says whether all threads shall take part.</summary>
    internal bool Prepare(in GemmCall call)
    {
        _plan = new(call, _kernels, _scratch.Length);
        _call = call;
        _output = call.Output;
        _target = ViewAddress.Of(_output.Target.Values);
        _bias = ViewAddress.Of(_output.Bias.Values);
        _sums = ViewAddress.Of(call.Sums.Values);
        _sumsAreOfNarrow = (call.SumsSide == MatrixSide.Right) == _plan.IsFlipped;
        (PanelSource left, PanelSource right) = (PanelSource.OfLeft(call.Left), PanelSource.OfRight(call.Right));
        (_narrow, _wide) = _plan.IsFlipped ? (right, left) : (left, right);
        _packed = (CpuPackedMatrix?)call.Packed;
        _narrowMemory.Reserve((nint)_plan.NarrowCopies * _plan.BlockLength);
        _wideMemory.Reserve(_plan.PacksWide ? _plan.WideCopies * _plan.WideLength : 0);
        foreach (CpuGemmScratch scratch in _scratch)
            scratch.Reserve((nint)_kernels.Wide * _plan.Depth.Largest);
        _nextScratch = 0;
        _tasks.Reset();
        return _plan.IsParallel;
    }

    /// <summary>Lets go of the buffers of a finished product.</summary>
    internal void Release() => (_call, _output, _packed) = (default, default, null);

    public void Dispose()
    {
        _narrowMemory.Dispose();
        _wideMemory.Dispose();
        foreach (CpuGemmScratch scratch in _scratch)
            scratch.Dispose();
    }

    /// <summary>
    /// A thread knows its next task before it starts a product, so that the memory of the next can be fetched meanwhile; except near the end, where a task in
    /// waiting would be one that an idle thread could do. While it packs it knows of none: the other threads wait for what is packed.
    /// </summary>
    private void Work()
    {
        CpuGemmScratch scratch = _scratch[Interlocked.Increment(ref _nextScratch) - 1];
        long total = _plan.Tasks;
        long lastToReserve = total - (2 * _scratch.Length);
        for (long task = _tasks.Take(); task < total;)
        {
            long next = task < lastToReserve && !IsPacking(task) ? _tasks.Take() : NoTask;
            Run(task, next, scratch);
            _tasks.Finish();
            task = next == NoTask ? _tasks.Take() : next;
        }
    }

    private bool IsPacking(long task) => task % _plan.TasksPerStep < _plan.PackingTasks;

    private void Run(long task, long next, CpuGemmScratch scratch)
    {
        (long stepIndex, long item) = Math.DivRem(task, _plan.TasksPerStep);
        CpuGemmStep step = new(_plan, stepIndex);
        long firstOfStep = stepIndex * _plan.TasksPerStep;
        bool isPacking = item < _plan.PackingTasks;
        _tasks.WaitFor(isPacking ? firstOfStep : firstOfStep + _plan.PackingTasks);
        if (isPacking)
            Pack(step, (int)item);
        else
            Multiply(step, (int)item - _plan.PackingTasks, Math.Min(next - firstOfStep, _plan.TasksPerStep) - _plan.PackingTasks, scratch);
    }
}
