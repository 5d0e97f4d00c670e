using FlowLab.LinearAlgebra;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

internal sealed unsafe partial class CpuGemmRun
{
    /// <summary>A wide panel times a part of the narrow panels that it belongs to, one depth block after the other.</summary>
    private void Multiply(in CpuGemmStep step, int task, long nextTask, CpuGemmScratch scratch)
    {
        (int copy, int part, int widePanel) = _plan.ProductOf(task);
        if (copy >= step.Seeds)
            return;
        for (int block = step.FirstDepth; block < step.EndDepth; block++)
        {
            float* wide = WidePanel(step, copy, part, block, widePanel, scratch);
            PanelHint hint = HintOf(step, block, task, nextTask);
            MultiplyPart(step, block, copy, part, widePanel, wide, &hint, scratch);
        }
    }

    private void MultiplyPart(
        in CpuGemmStep step, int block, int copy, int part, int widePanel, float* wide, PanelHint* hint, CpuGemmScratch scratch)
    {
        int panels = step.Panels * (_plan.IsWideShared ? step.Seeds : 1);
        int end = (int)((long)panels * (part + 1) / _plan.Parts);
        for (int at = (int)((long)panels * part / _plan.Parts); at < end; at++)
        {
            hint->Prepare(_plan.Depth.LengthOf(block), scratch.Zeros);
            MultiplyTile(step, block, copy + (at / step.Panels), at % step.Panels, widePanel, wide, &hint->Lines, scratch);
        }
    }

    private void MultiplyTile(
        in CpuGemmStep step, int block, int seed, int narrowPanel, int widePanel, float* wide, CacheHint* hint, CpuGemmScratch scratch)
    {
        PanelSpan narrowSpan = _plan.Narrow[step.FirstPanel + narrowPanel];
        PanelSpan wideSpan = _plan.Wide[widePanel];
        int depth = _plan.Depth.LengthOf(block);
        float* narrow = NarrowPanel(step, _plan.IsNarrowShared ? 0 : seed, block, narrowPanel);
        TileOutput output = OutputAt(block, step.FirstSeed + seed, narrowSpan, wideSpan, scratch.Zeros);
        var kernel = _kernels.For(narrowSpan.Width, wideSpan.Width);
        if (!_plan.IsFlipped && narrowSpan.IsFull && wideSpan.IsFull)
        {
            kernel(depth, narrow, wide, hint, &output);
            return;
        }

        TileOutput tile = TileOutput.Raw(scratch.Tile, wideSpan.Width, scratch.Zeros);
        kernel(depth, narrow, wide, hint, &tile);
        if (_plan.IsFlipped)
            output.WriteTransposed(scratch.Tile, wideSpan.Width, narrowSpan.Used, wideSpan.Used);
        else
            output.Write(scratch.Tile, wideSpan.Width, narrowSpan.Used, wideSpan.Used);
    }

    private TileOutput OutputAt(int block, int seed, PanelSpan narrow, PanelSpan wide, float* zeros)
    {
        ref readonly MatrixOutput output = ref _output;
        (int row, int column) = _plan.IsFlipped ? (wide.First, narrow.First) : (narrow.First, wide.First);
        bool isFirst = block == 0;
        float* bias = _bias + (seed * (nint)output.Bias.SeedStride);
        return new()
        {
            Target = _target + (seed * (nint)output.Target.SeedStride) + ((nint)row * output.Target.LeadingDimension) + column,
            LeadingDimension = output.Target.LeadingDimension,
            Alpha = output.Alpha,
            Beta = isFirst ? output.Beta : 1f,
            ColumnBias = isFirst && output.Bias.Axis == BiasAxis.Columns ? bias + column : zeros,
            RowBias = isFirst && output.Bias.Axis == BiasAxis.Rows ? bias + row : zeros,
        };
    }
}
