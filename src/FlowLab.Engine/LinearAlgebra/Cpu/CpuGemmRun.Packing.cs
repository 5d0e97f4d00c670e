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
        (int first, int end) = (run * _plan.NarrowRun, Math.Min((run + 1) * _plan.NarrowRun, step.Panels));
        if (copy >= step.Seeds || first >= end)
            return;
        for (int block = step.FirstDepth; block < step.EndDepth; block++)
        {
            float* target = NarrowPanel(step, copy, block, first);
            _narrow.Pack(
                step.FirstSeed + copy, _plan.Narrow, step.FirstPanel + first, step.FirstPanel + end, _plan.Depth.StartOf(block),
                _plan.Depth.LengthOf(block), target);
            if (_sums is not null && _sumsAreOfNarrow)
                Sum(step, copy, _plan.IsNarrowShared, _plan.Narrow, step.FirstPanel + first, step.FirstPanel + end, block, target);
        }
    }

    private void PackWide(in CpuGemmStep step, int copy, int run)
    {
        (int first, int end) = (run * CpuGemmPlan.WideRun, Math.Min((run + 1) * CpuGemmPlan.WideRun, _plan.Wide.Count));
        if (copy >= step.Seeds)
            return;
        for (int block = step.FirstDepth; block < step.EndDepth; block++)
        {
            float* target = SharedWidePanel(step, copy, block, first);
            PackWide(step, copy, block, first, end, target);
            SumWide(step, copy, block, first, end, target);
        }
    }

    private void PackWide(in CpuGemmStep step, int copy, int block, int first, int end, float* target) =>
        _wide.Pack(step.FirstSeed + copy, _plan.Wide, first, end, _plan.Depth.StartOf(block), _plan.Depth.LengthOf(block), target);

    /// <summary>The wide factor is packed again for every narrow block; its sums are those of the first.</summary>
    private void SumWide(in CpuGemmStep step, int copy, int block, int first, int end, float* panels)
    {
        if (_sums is not null && !_sumsAreOfNarrow && step.FirstPanel == 0)
            Sum(step, copy, _plan.IsWideShared, _plan.Wide, first, end, block, panels);
    }

    /// <summary>Sums along the depth of panels that were just packed, for all seeds whose factor they are.</summary>
    private void Sum(in CpuGemmStep step, int copy, bool isShared, in PanelLayout layout, int first, int end, int block, float* panels)
    {
        int depth = _plan.Depth.LengthOf(block);
        int endSeed = isShared ? step.Seeds : copy + 1;
        for (int panel = first; panel < end; panel++)
        {
            PanelSpan span = layout[panel];
            for (int seed = copy; seed < endSeed; seed++)
                PanelSums.Add(panels, span, depth, SumsOf(step.FirstSeed + seed) + span.First, isFirst: block == 0);
            panels += (nint)span.Width * depth;
        }
    }

    private float* SumsOf(int seed) => _sums + (seed * (nint)_call.Sums.SeedStride);

    private float* WidePanel(in CpuGemmStep step, int copy, int part, int block, int panel, CpuGemmScratch scratch)
    {
        if (_packed is not null)
            return _packed.PanelAt(step.FirstSeed + copy, block, panel);
        if (_plan.PacksWide)
            return SharedWidePanel(step, copy, block, panel);
        PackWide(step, copy, block, panel, panel + 1, scratch.WidePanel);
        if (part == 0)
            SumWide(step, copy, block, panel, panel + 1, scratch.WidePanel);
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
