using FlowLab.Engine.Cells;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Training;

/// <summary>
/// Looks over the gradients of all seeds before the optimizer gets them: finds seeds with one that is not finite, and clips by norm. One pass
/// reads them; only those of clipped seeds are written.
/// </summary>
internal sealed class GradientGuard : IDisposable
{
    private readonly TrainingBuffers _buffers;
    private readonly ClipRule _rule;
    private readonly int _seeds;
    private readonly int _blocks;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _partialSquares;
    private readonly Action<Index2D, int, int, ArrayView<float>, ArrayView<float>, ArrayView<int>> _measure;
    private readonly Action<Index1D, ArrayView<float>> _sumLanes;
    private readonly Action<Index1D, int, ClipRule, ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<float>> _judge;
    private readonly Action<Index2D, int, int, ArrayView<float>, ArrayView<float>> _scale;

    public GradientGuard(TrainingBuffers buffers, ClipRule rule, int seeds, Accelerator accelerator)
    {
        (_buffers, _rule, _seeds) = (buffers, rule, seeds);
        _blocks = (buffers.ParameterCount + GradientKernels.Block - 1) / GradientKernels.Block;
        _partialSquares = accelerator.Allocate1D<float>(Math.Max(1, (long)seeds * _blocks * GradientKernels.Lanes));
        _measure = accelerator.LoadAutoGroupedStreamKernel<Index2D, int, int, ArrayView<float>, ArrayView<float>, ArrayView<int>>(GradientKernels.Measure);
        _sumLanes = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>>(GradientKernels.SumLanes);
        _judge = accelerator.LoadAutoGroupedStreamKernel<Index1D, int, ClipRule, ArrayView<float>, ArrayView<float>, ArrayView<float>,
            ArrayView<float>>(GradientKernels.Judge);
        _scale = accelerator.LoadAutoGroupedStreamKernel<Index2D, int, int, ArrayView<float>, ArrayView<float>>(GradientKernels.Scale);
    }

    private Index2D Instances => new(GradientKernels.Lanes, _blocks * _seeds);

    /// <summary>After the gradients [R, P] are there, before seeds are judged.</summary>
    public void Inspect()
    {
        if (_buffers.ParameterCount == 0)
            return;
        _measure(Instances, _blocks, _buffers.ParameterCount, _buffers.Gradients.View, _partialSquares.View, _buffers.Faults.View);
        if (!_rule.IsOn)
            return;
        _sumLanes(_blocks * _seeds, _partialSquares.View);
        _judge(
            _seeds, _blocks, _rule, _partialSquares.View, _buffers.NormMeans.View, _buffers.Norms.View, _buffers.GradientScales.View);
        _scale(Instances, _blocks, _buffers.ParameterCount, _buffers.GradientScales.View, _buffers.Gradients.View);
    }

    public void Dispose() => _partialSquares.Dispose();
}
