namespace FlowLab.Engine.LinearAlgebra.Cpu;

internal sealed unsafe partial class CpuGemmRun
{
    private void Pack(in CpuGemmStep step, int task)
    {
        int narrowTasks = _plan.NarrowCopies * _plan.NarrowRuns;
        if (task < narrowTasks)
            PackNarrow(step, task / _plan.NarrowRuns, task % _plan.NarrowRuns);
        else
            PackWide(step, (task - narrowTasks) / _plan.WideRuns, (task - narrowTasks) % _plan.WideRuns);
    }

    private void PackNarrow(in CpuGemmStep step, int copy, int run)
    {
        (int first, int end) = (run * CpuGemmPlan.NarrowRun, Math.Min((run + 1) * CpuGemmPlan.NarrowRun, step.Panels));
        if (copy >= step.Seeds || first >= end)
            return;
        for (int block = step.FirstDepth; block < step.EndDepth; block++)
        {
            _narrow.Pack(
                step.FirstSeed + copy, _plan.Narrow, step.FirstPanel + first, step.FirstPanel + end, _plan.Depth.StartOf(block),
                _plan.Depth.LengthOf(block), NarrowPanel(step, copy, block, first));
        }
    }

    private void PackWide(in CpuGemmStep step, int copy, int run)
    {
        (int first, int end) = (run * CpuGemmPlan.WideRun, Math.Min((run + 1) * CpuGemmPlan.WideRun, _plan.Wide.Count));
        if (copy >= step.Seeds)
            return;
        for (int block = step.FirstDepth; block < step.EndDepth; block++)
            PackWide(step, copy, block, first, end, SharedWidePanel(step, copy, block, first));
    }

    private void PackWide(in CpuGemmStep step, int copy, int block, int first, int end, float* target) =>
        _wide.Pack(step.FirstSeed + copy, _plan.Wide, first, end, _plan.Depth.StartOf(block), _plan.Depth.LengthOf(block), target);

    private float* WidePanel(in CpuGemmStep step, int copy, int block, int panel, CpuGemmScratch scratch)
    {
        if (_packed is not null)
            return _packed.PanelAt(step.FirstSeed + copy, block, panel);
        if (_plan.PacksWide)
            return SharedWidePanel(step, copy, block, panel);
        PackWide(step, copy, block, panel, panel + 1, scratch.WidePanel);
        return scratch.WidePanel;
    }

    /// <summary>What the next depth block of a product task reads first, or the task after it.</summary>
    private PanelHint HintOf(in CpuGemmStep step, int block, long task, long nextTask)
    {
        bool isLast = block + 1 == step.EndDepth;
        long next = isLast ? nextTask : task;
        if (next < 0 || next >= _plan.ProductTasks)
            return default;
        (int copy, _, int panel) = _plan.ProductOf((int)next);
        return copy < step.Seeds ? HintOf(step, copy, isLast ? step.FirstDepth : block + 1, panel) : default;
    }

    private PanelHint HintOf(in CpuGemmStep step, int copy, int block, int panel)
    {
        PanelSpan span = _plan.Wide[panel];
        int depth = _plan.Depth.LengthOf(block);
        if (_packed is not null)
            return new(_packed.PanelAt(step.FirstSeed + copy, block, panel), 0, 1, span.Width * depth);
        return _plan.PacksWide
            ? new(SharedWidePanel(step, copy, block, panel), 0, 1, span.Width * depth)
            : _wide.HintOf(step.FirstSeed + copy, span, _plan.Depth.StartOf(block), depth);
    }

    private float* NarrowPanel(in CpuGemmStep step, int copy, int block, int panel)
    {
        int offset = _plan.Narrow.OffsetOf(step.FirstPanel + panel) - _plan.Narrow.OffsetOf(step.FirstPanel);
        nint earlierBlocks = (nint)_plan.Narrow.OffsetOf(_plan.BlockPanels) * (_plan.Depth.StartOf(block) - _plan.Depth.StartOf(step.FirstDepth));
        return _narrowMemory.Pointer + ((nint)copy * _plan.BlockLength) + earlierBlocks + ((nint)offset * _plan.Depth.LengthOf(block));
    }

    private float* SharedWidePanel(in CpuGemmStep step, int copy, int block, int panel)
    {
        nint earlierBlocks = (nint)_plan.Wide.PaddedLength * (_plan.Depth.StartOf(block) - _plan.Depth.StartOf(step.FirstDepth));
        return _wideMemory.Pointer + (copy * _plan.WideLength) + earlierBlocks + ((nint)_plan.Wide.OffsetOf(panel) * _plan.Depth.LengthOf(block));
    }
}
