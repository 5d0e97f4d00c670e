using FlowLab.LinearAlgebra;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

/// <summary>
/// One product, worked off by any number of threads. All tasks of all steps have one order; a thread takes the next one and waits, before
/// it starts, for what the task needs: a packing task for the products of the step before, a product for the packing of its own step.
/// A thread waits for tasks that other threads have begun, never for a thread, so a thread that comes late holds up nobody.
/// </summary>
internal sealed unsafe class CpuGemmRun : IDisposable
{
    private readonly MicroKernelSet _kernels;
    private readonly AlignedMemory _narrowMemory = new();
    private readonly AlignedMemory _wideMemory = new();
    private readonly CpuGemmScratch[] _scratch;
    private CpuGemmPlan _plan;
    private GemmCall _call;
    private PanelSource _narrow;
    private PanelSource _wide;
    private CpuPackedMatrix? _packed;
    private int _nextScratch;
    private long _next;
    private long _done;

    internal CpuGemmRun(MicroKernelSet kernels, int threads)
    {
        _kernels = kernels;
        _scratch = [.. Enumerable.Range(0, threads).Select(_ => new CpuGemmScratch())];
        Participate = Work;
    }

    /// <summary>What every thread runs.</summary>
    internal Action Participate { get; }

    /// <summary>Takes over a product; the result says whether all threads shall take part.</summary>
    internal bool Prepare(in GemmCall call, int threads)
    {
        _plan = new(call, _kernels, threads);
        _call = call;
        (PanelSource left, PanelSource right) = (PanelSource.OfLeft(call.Left), PanelSource.OfRight(call.Right));
        (_narrow, _wide) = _plan.IsFlipped ? (right, left) : (left, right);
        _packed = (CpuPackedMatrix?)call.Packed;
        _narrowMemory.Reserve((nint)_plan.NarrowCopies * _plan.BlockLength);
        _wideMemory.Reserve(_plan.PacksWide ? (nint)_plan.WideCopies * _plan.WideLength : 0);
        foreach (CpuGemmScratch scratch in _scratch)
            scratch.Reserve(_kernels, _plan.Depth.Largest);
        (_nextScratch, _next, _done) = (0, 0, 0);
        return _plan.IsShared;
    }

    /// <summary>Lets go of the buffers of a finished product.</summary>
    internal void Release() => (_call, _packed) = (default, null);

    public void Dispose()
    {
        _narrowMemory.Dispose();
        _wideMemory.Dispose();
        foreach (CpuGemmScratch scratch in _scratch)
            scratch.Dispose();
    }

    private void Work()
    {
        CpuGemmScratch scratch = _scratch[Interlocked.Increment(ref _nextScratch) - 1];
        long total = _plan.Steps * _plan.TasksPerStep;
        long task;
        while ((task = Interlocked.Increment(ref _next) - 1) < total)
        {
            Run(task, scratch);
            Interlocked.Increment(ref _done);
        }
    }

    private void Run(long task, CpuGemmScratch scratch)
    {
        (long stepIndex, long item) = Math.DivRem(task, _plan.TasksPerStep);
        CpuGemmStep step = new(_plan, stepIndex);
        long firstOfStep = stepIndex * _plan.TasksPerStep;
        bool isPacking = item < _plan.PackingTasks;
        WaitUntilDone(isPacking ? firstOfStep : firstOfStep + _plan.PackingTasks);
        if (isPacking)
            Pack(step, (int)item);
        else
            Multiply(step, (int)(item - _plan.PackingTasks), scratch);
    }

    private void WaitUntilDone(long count)
    {
        SpinWait spinner = default;
        while (Volatile.Read(ref _done) < count)
            spinner.SpinOnce(sleep1Threshold: -1);
    }

    private void Pack(in CpuGemmStep step, int task)
    {
        int narrowTasks = _plan.NarrowCopies * _plan.NarrowRuns;
        if (task < narrowTasks)
            PackNarrow(step, task / _plan.NarrowRuns, task % _plan.NarrowRuns);
        else
            PackWide(step, (task - narrowTasks) / _plan.Wide.Count, (task - narrowTasks) % _plan.Wide.Count);
    }

    private void PackNarrow(in CpuGemmStep step, int copy, int run)
    {
        if (copy >= step.Seeds && copy > 0)
            return;
        int end = Math.Min((run + 1) * _plan.PackingRun, step.Panels);
        for (int panel = run * _plan.PackingRun; panel < end; panel++)
        {
            int at = step.FirstPanel + panel;
            _narrow.Pack(
                step.FirstSeed + copy, _plan.Narrow.OffsetOf(at), _plan.Narrow.UsedOf(at), _plan.Narrow.WidthOf(at), step.DepthStart, step.Depth,
                NarrowPanel(step, copy, panel));
        }
    }

    private void PackWide(in CpuGemmStep step, int copy, int panel)
    {
        if (copy < step.Seeds || copy == 0)
            PackWide(step, copy, panel, SharedWidePanel(step, copy, panel));
    }

    private void PackWide(in CpuGemmStep step, int copy, int panel, float* target) => _wide.Pack(
        step.FirstSeed + copy, _plan.Wide.OffsetOf(panel), _plan.Wide.UsedOf(panel), _plan.Wide.WidthOf(panel), step.DepthStart, step.Depth, target);

    /// <summary>A wide panel times a part of the narrow panels that it belongs to.</summary>
    private void Multiply(in CpuGemmStep step, int task, CpuGemmScratch scratch)
    {
        (int rest, int widePanel) = Math.DivRem(task, _plan.Wide.Count);
        (int copy, int part) = Math.DivRem(rest, _plan.Parts);
        if (copy >= step.Seeds && copy > 0)
            return;
        int panels = step.Panels * (_plan.IsWideShared ? step.Seeds : 1);
        int end = (int)((long)panels * (part + 1) / _plan.Parts);
        float* wide = null;
        for (int at = (int)((long)panels * part / _plan.Parts); at < end; at++)
        {
            wide = wide is null ? WidePanel(step, copy, widePanel, scratch) : wide;
            Multiply(step, copy + (at / step.Panels), at % step.Panels, widePanel, wide, scratch);
        }
    }

    private float* WidePanel(in CpuGemmStep step, int copy, int panel, CpuGemmScratch scratch)
    {
        if (_packed is not null)
            return _packed.PanelAt(step.FirstSeed + copy, step.DepthBlock, panel);
        if (_plan.PacksWide)
            return SharedWidePanel(step, copy, panel);
        PackWide(step, copy, panel, scratch.WidePanel);
        return scratch.WidePanel;
    }

    private void Multiply(in CpuGemmStep step, int seed, int narrowPanel, int widePanel, float* wide, CpuGemmScratch scratch)
    {
        int at = step.FirstPanel + narrowPanel;
        (int narrowWidth, int wideWidth) = (_plan.Narrow.WidthOf(at), _plan.Wide.WidthOf(widePanel));
        float* narrow = NarrowPanel(step, _plan.IsNarrowShared ? 0 : seed, narrowPanel);
        _kernels.For(narrowWidth, wideWidth)(step.Depth, narrow, wide, scratch.Tile);
        TileOutput output = Output(step, step.FirstSeed + seed);
        (int narrowAt, int wideAt) = (_plan.Narrow.OffsetOf(at), _plan.Wide.OffsetOf(widePanel));
        (int narrowUsed, int wideUsed) = (_plan.Narrow.UsedOf(at), _plan.Wide.UsedOf(widePanel));
        if (!_plan.IsFlipped)
        {
            output.Write(scratch.Tile, wideWidth, narrowAt, wideAt, narrowUsed, wideUsed);
            return;
        }

        PanelPacking.Transpose(scratch.Tile, wideWidth, narrowUsed, wideUsed, scratch.FlippedTile, narrowWidth);
        output.Write(scratch.FlippedTile, narrowWidth, wideAt, narrowAt, wideUsed, narrowUsed);
    }

    private TileOutput Output(in CpuGemmStep step, int seed)
    {
        MatrixOutput output = _call.Output;
        bool isFirst = step.DepthBlock == 0;
        float* bias = isFirst ? (float*)output.Bias.Values.LoadEffectiveAddressAsPtr() + (seed * output.Bias.SeedStride) : null;
        return new()
        {
            Target = (float*)output.Target.Values.LoadEffectiveAddressAsPtr() + (seed * output.Target.SeedStride),
            LeadingDimension = output.Target.LeadingDimension,
            Alpha = output.Alpha,
            Beta = isFirst ? output.Beta : 1f,
            ColumnBias = output.Bias.Axis == BiasAxis.Columns ? bias : null,
            RowBias = output.Bias.Axis == BiasAxis.Rows ? bias : null,
        };
    }

    private float* NarrowPanel(in CpuGemmStep step, int copy, int panel)
    {
        int offset = _plan.Narrow.OffsetOf(step.FirstPanel + panel) - _plan.Narrow.OffsetOf(step.FirstPanel);
        return _narrowMemory.Pointer + ((nint)copy * _plan.BlockLength) + ((nint)offset * step.Depth);
    }

    private float* SharedWidePanel(in CpuGemmStep step, int copy, int panel) =>
        _wideMemory.Pointer + ((nint)copy * _plan.WideLength) + ((nint)_plan.Wide.OffsetOf(panel) * step.Depth);
}
