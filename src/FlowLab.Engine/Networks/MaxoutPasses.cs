using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Networks;

/// <summary>Maxout: linear units and hidden units are rows of their own.</summary>
internal sealed class MaxoutPasses(Accelerator accelerator, int window) : IUnitPasses
{
    private readonly Action<Index2D, int, int, SampleView, int, int> _forward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, int, int, SampleView, int, int>(UnitKernels.Maxout);

    private readonly Action<Index2D, int, int, SampleView, int, int, SampleView> _backward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, int, int, SampleView, int, int, SampleView>(UnitKernels.MaxoutBackward);

    public int Window => window;

    public double Gain => 1;

    public void Forward(int seeds, int hidden, SampleView tape, NetworkLayer layer) =>
        _forward(new Index2D(tape.Batch, seeds * hidden), hidden, window, tape, layer.LinearRow, layer.UnitRow);

    public void Backward(int seeds, int hidden, SampleView tape, NetworkLayer layer, SampleView unitGradient) =>
        _backward(new Index2D(tape.Batch, seeds * hidden), hidden, window, tape, layer.LinearRow, layer.UnitRow, unitGradient);
}
