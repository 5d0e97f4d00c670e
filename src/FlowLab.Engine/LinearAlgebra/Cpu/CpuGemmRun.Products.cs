using FlowLab.LinearAlgebra;
using ILGPU.Runtime;

namespace FlowLab.Engine.LinearAlgebra.Cpu;

internal sealed unsafe partial class CpuGemmRun
{
    /// <summary>A wide panel times a part of the narrow panels that it belongs to.</summary>
    private void Multiply(in CpuGemmStep step, int task, long next, CpuGemmScratch scratch)
    {
        (int copy, int part, int widePanel) = _plan.ProductOf(task);
        if (copy >= step.Seeds)
            return;
        int panels = step.Panels * (_plan.IsWideShared ? step.Seeds : 1);
        int first = (int)((long)panels * part / _plan.Parts);
        int end = (int)((long)panels * (part + 1) / _plan.Parts);
        float* wide = WidePanel(step, copy, widePanel, scratch);
        PanelHint hint = HintOf(step, next);
        for (int at = first; at < end; at++)
        {
            int seed = copy + (at / step.Panels);
            Multiply(step, seed, at % step.Panels, widePanel, wide, hint.ForCall(at - first, scratch.Zeros), scratch);
        }
    }

    private void Multiply(
        in CpuGemmStep step, int seed, int narrowPanel, int widePanel, float* wide, CacheHint hint, CpuGemmScratch scratch)
    {
        PanelSpan narrowSpan = _plan.Narrow[step.FirstPanel + narrowPanel];
        PanelSpan wideSpan = _plan.Wide[widePanel];
        float* narrow = NarrowPanel(step, _plan.IsNarrowShared ? 0 : seed, narrowPanel);
        TileOutput output = OutputAt(step, seed, narrowSpan, wideSpan, scratch.Zeros);
        var kernel = _kernels.For(narrowSpan.Width, wideSpan.Width);
        if (!_plan.IsFlipped && narrowSpan.IsFull && wideSpan.IsFull)
        {
            kernel(step.Depth, narrow, wide, hint, &output);
            return;
        }

        TileOutput tile = new() { Target = scratch.Tile, LeadingDimension = wideSpan.Width, Alpha = 1f, RowBias = scratch.Zeros, ColumnBias = scratch.Zeros };
        kernel(step.Depth, narrow, wide, hint, &tile);
        if (_plan.IsFlipped)
            WriteFlipped(narrowSpan, wideSpan, scratch, output);
        else
            output.Write(scratch.Tile, wideSpan.Width, narrowSpan.Used, wideSpan.Used);
    }

    private static void WriteFlipped(PanelSpan narrow, PanelSpan wide, CpuGemmScratch scratch, in TileOutput output)
    {
        PanelPacking.Transpose(scratch.Tile, wide.Width, narrow.Used, wide.Used, scratch.FlippedTile, narrow.Width);
        output.Write(scratch.FlippedTile, narrow.Width, wide.Used, narrow.Used);
    }

    private TileOutput OutputAt(in CpuGemmStep step, int seedOfStep, PanelSpan narrow, PanelSpan wide, float* zeros)
    {
        ref readonly MatrixOutput output = ref _output;
        int seed = step.FirstSeed + seedOfStep;
        (int row, int column) = _plan.IsFlipped ? (wide.First, narrow.First) : (narrow.First, wide.First);
        bool isFirst = step.DepthBlock == 0;
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
