using FlowLab.Engine.Models;
using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Latents;

/// <summary>Turns outputs of the inference network into parameters of flows and their gradients back, see <see cref="FlowOutputSettings"/>.</summary>
internal sealed class FlowOutputs : IDisposable
{
    private readonly float _scale;
    private readonly float _bound;
    private readonly int _seeds;
    private readonly int _first;
    private readonly int _rows;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _starts;
    private readonly Action<Index2D, int, int, SampleView, ArrayView<float>, float, float> _shape;
    private readonly Action<Index2D, int, int, SampleView, SampleView, ArrayView<float>, float, float> _shapeBackward;

    /// <param name="settings">Scale and bound.</param>
    /// <param name="seeds">Seeds R.</param>
    /// <param name="chain">The posterior; its amortised parameters are the network's outputs, those of q0 first.</param>
    /// <param name="accelerator">The device.</param>
    public FlowOutputs(FlowOutputSettings settings, int seeds, FlowChain chain, Accelerator accelerator)
    {
        int layers = chain.Segments.Where(IsAmortised).Sum(segment => segment.Flow.Length);
        (_scale, _bound) = ((float)settings.ScaleOf(layers), (float)settings.Bound);
        (_seeds, _first, _rows) = (seeds, chain.Base.ParameterCount, chain.AmortisedCount - chain.Base.ParameterCount);
        _starts = accelerator.Allocate1D<float>((long)seeds * chain.AmortisedCount);
        _shape = accelerator.LoadAutoGroupedStreamKernel<Index2D, int, int, SampleView, ArrayView<float>, float, float>(FlowOutputKernels.Shape);
        _shapeBackward = accelerator.LoadAutoGroupedStreamKernel<Index2D, int, int, SampleView, SampleView, ArrayView<float>, float, float>(
            FlowOutputKernels.ShapeBackward);
    }

    private bool IsOn => (_scale != 1 || _bound > 0) && _rows > 0;

    /// <summary>Takes in where the flows start, [R, outputs].</summary>
    public void Start(float[] starts) => _starts.View.CopyFromCPU(starts);

    /// <summary>o to p, in place.</summary>
    public void Shape(SampleView head)
    {
        if (IsOn)
            _shape(Instances(head), _rows, _first, head, _starts.View, _scale, _bound);
    }

    /// <summary>dL/dp to dL/do, in place.</summary>
    public void ShapeBackward(SampleView head, SampleView gradient)
    {
        if (IsOn)
            _shapeBackward(Instances(head), _rows, _first, head, gradient, _starts.View, _scale, _bound);
    }

    public void Dispose() => _starts.Dispose();

    private static bool IsAmortised(FlowSegment segment) => segment.Scope == ParameterScope.Amortised || segment.Flow.ContextLength > 0;

    private Index2D Instances(SampleView head) => new(head.Batch, _rows * _seeds);
}
