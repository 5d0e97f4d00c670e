using FlowLab.Flows;
using FlowLab.Networks;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Nice;

/// <summary>The kernels closed over the exact types of mixing and networks, so that their calls are direct.</summary>
internal sealed class NicePasses<TMixing, TNetwork>(Accelerator accelerator, NiceLayers<TMixing, TNetwork> layers) : INicePasses
    where TMixing : struct, IMixing
    where TNetwork : unmanaged, IConditionerKernel
{
    private readonly Action<Index2D, FlowForward, NiceLayers<TMixing, TNetwork>> _forward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowForward, NiceLayers<TMixing, TNetwork>>(NiceKernels.Forward);

    private readonly Action<Index2D, FlowBackward, NiceLayers<TMixing, TNetwork>> _backward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowBackward, NiceLayers<TMixing, TNetwork>>(NiceKernels.Backward);

    private readonly Action<Index2D, FlowInverse, NiceLayers<TMixing, TNetwork>> _inverse =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverse, NiceLayers<TMixing, TNetwork>>(NiceKernels.Inverse);

    private readonly Action<Index2D, FlowInverseBackward, NiceLayers<TMixing, TNetwork>> _inverseBackward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverseBackward, NiceLayers<TMixing, TNetwork>>(NiceKernels.InverseBackward);

    public void Forward(in FlowForward pass) => _forward(Instances(pass.Batch), pass, layers);

    public void Backward(in FlowBackward pass) => _backward(Instances(pass.Batch), pass, layers);

    public void Inverse(in FlowInverse pass) => _inverse(Instances(pass.Batch), pass, layers);

    public void InverseBackward(in FlowInverseBackward pass) => _inverseBackward(Instances(pass.Batch), pass, layers);

    private static Index2D Instances(FlowBatch batch) => new(batch.Tiles.Tiles, batch.Seeds);
}
