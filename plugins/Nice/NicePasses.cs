using FlowLab.Flows;
using FlowLab.Networks;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Nice;

/// <summary>The kernels closed over the exact types of mixing and networks, so that their calls are direct.</summary>
internal sealed class NicePasses<TMixing, TEven, TOdd>(Accelerator accelerator, NiceLayers<TMixing, TEven, TOdd> layers) : INicePasses
    where TMixing : struct, IMixing
    where TEven : unmanaged, IConditionerKernel
    where TOdd : unmanaged, IConditionerKernel
{
    private readonly Action<Index2D, FlowForward, NiceLayers<TMixing, TEven, TOdd>> _forward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowForward, NiceLayers<TMixing, TEven, TOdd>>(NiceKernels.Forward);

    private readonly Action<Index2D, FlowBackward, NiceLayers<TMixing, TEven, TOdd>> _backward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowBackward, NiceLayers<TMixing, TEven, TOdd>>(NiceKernels.Backward);

    private readonly Action<Index2D, FlowInverse, NiceLayers<TMixing, TEven, TOdd>> _inverse =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverse, NiceLayers<TMixing, TEven, TOdd>>(NiceKernels.Inverse);

    private readonly Action<Index2D, FlowInverseBackward, NiceLayers<TMixing, TEven, TOdd>> _inverseBackward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverseBackward, NiceLayers<TMixing, TEven, TOdd>>(NiceKernels.InverseBackward);

    public void Forward(in FlowForward pass) => _forward(Instances(pass.Batch), pass, layers);

    public void Backward(in FlowBackward pass) => _backward(Instances(pass.Batch), pass, layers);

    public void Inverse(in FlowInverse pass) => _inverse(Instances(pass.Batch), pass, layers);

    public void InverseBackward(in FlowInverseBackward pass) => _inverseBackward(Instances(pass.Batch), pass, layers);

    private static Index2D Instances(FlowBatch batch) => new(batch.Tiles.Tiles, batch.Seeds);
}
