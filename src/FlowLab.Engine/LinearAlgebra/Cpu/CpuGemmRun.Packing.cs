namespace FlowLab.Engine.LinearAlgebra.Cpu;

internal sealed unsafe partial class CpuGemmRun
{
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
        if (copy >= step.Seeds)
            return;
        int end = Math.Min((run + 1) * _plan.PackingRun, step.Panels);
        for (int panel = run * _plan.PackingRun; panel < end; panel++)
        {
            PanelSpan span = _plan.Narrow[step.FirstPanel + panel];
            _narrow.Pack(step.FirstSeed + copy, span, step.DepthStart, step.Depth, NarrowPanel(step, copy, panel));
        }
    }

    private void PackWide(in CpuGemmStep step, int copy, int panel)
    {
        if (copy < step.Seeds)
            PackWide(step, copy, panel, SharedWidePanel(step, copy, panel));
    }

    private void PackWide(in CpuGemmStep step, int copy, int panel, float* target) =>
        _wide.Pack(step.FirstSeed + copy, _plan.Wide[panel], step.DepthStart, step.Depth, target);

    private float* WidePanel(in CpuGemmStep step, int copy, int panel, CpuGemmScratch scratch)
    {
        if (_packed is not null)
            return _packed.PanelAt(step.FirstSeed + copy, step.DepthBlock, panel);
        if (_plan.PacksWide)
            return SharedWidePanel(step, copy, panel);
        PackWide(step, copy, panel, scratch.WidePanel);
        return scratch.WidePanel;
    }

    /// <summary>What a task will read that no task has read yet.</summary>
    private PanelHint HintOf(in CpuGemmStep step, long task)
    {
        if (task < 0 || task >= _plan.ProductTasks || _plan.PacksWide)
            return default;
        (int copy, _, int panel) = _plan.ProductOf((int)task);
        if (copy >= step.Seeds)
            return default;
        PanelSpan span = _plan.Wide[panel];
        return _packed is null
            ? _wide.HintOf(step.FirstSeed + copy, span, step.DepthStart, step.Depth)
            : PanelHint.OfBlock(_packed.PanelAt(step.FirstSeed + copy, step.DepthBlock, panel), span.Width, step.Depth);
    }

    private float* NarrowPanel(in CpuGemmStep step, int copy, int panel)
    {
        int offset = _plan.Narrow.OffsetOf(step.FirstPanel + panel) - _plan.Narrow.OffsetOf(step.FirstPanel);
        return _narrowMemory.Pointer + ((nint)copy * _plan.BlockLength) + ((nint)offset * step.Depth);
    }

    private float* SharedWidePanel(in CpuGemmStep step, int copy, int panel) =>
        _wideMemory.Pointer + ((nint)copy * _plan.WideLength) + ((nint)_plan.Wide.OffsetOf(panel) * step.Depth);
}
