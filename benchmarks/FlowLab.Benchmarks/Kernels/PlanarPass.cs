using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>The memory of one forward pass.</summary>
internal sealed class PlanarPass : IDisposable
{
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _state;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _logDet;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _tape;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _scratch;

    public PlanarPass(Accelerator accelerator, IFlow flow, MemoryBuffer1D<float, Stride1D.Dense> parameters, SampleTiles tiles)
    {
        int dimension = 2, batch = tiles.Batch;
        _state = accelerator.Allocate1D<float>((long)dimension * batch);
        _logDet = accelerator.Allocate1D<float>(batch);
        _tape = accelerator.Allocate1D<float>((long)flow.TapeLength * batch);
        _scratch = accelerator.Allocate1D<float>((long)flow.ScratchLength * batch);
        ParameterView view = ParameterView.Global(parameters.View.BaseView, flow.ParameterCount, 0);
        Pass = new(
            new FlowBatch(1, tiles, flow.Length, view), new(_state.View.BaseView, dimension, batch), _logDet.View.BaseView,
            new(_tape.View.BaseView, flow.TapeLength, batch), new(_scratch.View.BaseView, flow.ScratchLength, batch));
    }

    public FlowForward Pass { get; }

    /// <summary>Takes z0 and log-det 0.</summary>
    public void Start(MemoryBuffer1D<float, Stride1D.Dense> samples)
    {
        samples.View.BaseView.CopyTo(_state.View.BaseView);
        _logDet.MemSetToZero();
    }

    public float[] State() => _state.GetAsArray1D();

    public float[] LogDet() => _logDet.GetAsArray1D();

    public void Dispose()
    {
        _state.Dispose();
        _logDet.Dispose();
        _tape.Dispose();
        _scratch.Dispose();
    }
}
