using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Generated;

/// <summary>The memory of a flow's forward and backward pass, and launches of them.</summary>
internal sealed class FlowPass : IDisposable
{
    private readonly List<MemoryBuffer1D<float, Stride1D.Dense>> _buffers = [];
    private readonly Accelerator _accelerator;
    private readonly IFlow _flow;
    private readonly FlowForward _forward;
    private readonly FlowBackward _backward;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _samples;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _state;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _gradient;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _logDet;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _parameterGradient;

    public FlowPass(Accelerator accelerator, IFlow flow, float[] parameters, int dimension, SampleTiles tiles)
    {
        (_accelerator, _flow) = (accelerator, flow);
        int batch = tiles.Batch;
        _samples = Keep(accelerator.Allocate1D(Kernels.RandomData.Uniform(dimension * batch, 6, 2f)));
        _state = Allocate(dimension * batch);
        _gradient = Allocate(dimension * batch);
        _logDet = Allocate(batch);
        var logDetGradient = Keep(accelerator.Allocate1D(Kernels.RandomData.Uniform(batch, 7, 1f)));
        _parameterGradient = Allocate(flow.ParameterCount * tiles.Tiles);
        var tape = new SampleView(Allocate(flow.TapeLength * batch).View.BaseView, flow.TapeLength, batch);
        var scratch = new SampleView(Allocate(flow.ScratchLength * batch).View.BaseView, flow.ScratchLength, batch);
        ParameterView weights = ParameterView.Global(Keep(accelerator.Allocate1D(parameters)).View.BaseView, flow.ParameterCount, 0);
        var whole = new FlowBatch(1, tiles, flow.Length, weights);
        var state = new SampleView(_state.View.BaseView, dimension, batch);
        _forward = new FlowForward(whole, state, _logDet.View.BaseView, tape, scratch);
        _backward = new FlowBackward(
            whole, state, new SampleView(_gradient.View.BaseView, dimension, batch), logDetGradient.View.BaseView,
            ParameterView.PerTile(_parameterGradient.View.BaseView, flow.ParameterCount, 0, tiles.Tiles), tape, scratch);
    }

    /// <summary>One forward launch from fresh samples.</summary>
    public void Forward()
    {
        _samples.View.BaseView.CopyTo(_state.View.BaseView);
        _logDet.MemSetToZero();
        _flow.Forward(_forward);
        _accelerator.Synchronize();
    }

    /// <summary>One backward launch; what z and the tape hold after it is what they held before, to rounding.</summary>
    public void Backward()
    {
        _samples.View.BaseView.CopyTo(_gradient.View.BaseView);
        _flow.Backward(_backward);
        _accelerator.Synchronize();
    }

    /// <summary>Forward, then backward, and what they leave.</summary>
    public (float[] State, float[] LogDet, float[] Gradient, float[] ParameterGradient) Results()
    {
        Forward();
        float[] state = _state.GetAsArray1D();
        Backward();
        return (state, _logDet.GetAsArray1D(), _gradient.GetAsArray1D(), _parameterGradient.GetAsArray1D());
    }

    public void Dispose() => _buffers.ForEach(buffer => buffer.Dispose());

    private MemoryBuffer1D<float, Stride1D.Dense> Allocate(int length) => Keep(_accelerator.Allocate1D<float>(Math.Max(1, length)));

    private MemoryBuffer1D<float, Stride1D.Dense> Keep(MemoryBuffer1D<float, Stride1D.Dense> buffer)
    {
        _buffers.Add(buffer);
        return buffer;
    }
}
