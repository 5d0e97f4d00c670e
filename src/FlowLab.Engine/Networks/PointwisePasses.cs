using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Networks;

/// <summary>A pointwise function: hidden units take the place of their linear combinations.</summary>
internal sealed class PointwisePasses<TFunction>(Accelerator accelerator, double gain) : IUnitPasses
    where TFunction : unmanaged, IPointwiseFunction
{
    private readonly Action<Index2D, int, SampleView, int> _forward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, int, SampleView, int>(UnitKernels.Apply<TFunction>);

    private readonly Action<Index2D, int, SampleView, int, SampleView> _backward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, int, SampleView, int, SampleView>(UnitKernels.ApplyBackward<TFunction>);

    public int Window => 1;

    public double Gain => gain;

    public void Forward(int seeds, int hidden, SampleView tape, NetworkLayer layer) =>
        _forward(new Index2D(tape.Batch, seeds * hidden), hidden, tape, layer.UnitRow);

    public void Backward(int seeds, int hidden, SampleView tape, NetworkLayer layer, SampleView unitGradient) =>
        _backward(new Index2D(tape.Batch, seeds * hidden), hidden, tape, layer.UnitRow, unitGradient);
}
