using FlowLab.Flows;
using FlowLab.Networks;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.RealNvp;

/// <summary>The kernels closed over the exact type of the networks, so that their calls are direct.</summary>
internal sealed class RealNvpPasses<TNetwork>(Accelerator accelerator, RealNvpLayers<TNetwork> layers) : IRealNvpPasses
    where TNetwork : unmanaged, IConditionerKernel
{
    private readonly Action<Index2D, FlowForward, RealNvpLayers<TNetwork>> _forward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowForward, RealNvpLayers<TNetwork>>(RealNvpKernels.Forward);

    private readonly Action<Index2D, FlowBackward, RealNvpLayers<TNetwork>> _backward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowBackward, RealNvpLayers<TNetwork>>(RealNvpKernels.Backward);

    private readonly Action<Index2D, FlowInverse, RealNvpLayers<TNetwork>> _inverse =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverse, RealNvpLayers<TNetwork>>(RealNvpKernels.Inverse);

    private readonly Action<Index2D, FlowInverseBackward, RealNvpLayers<TNetwork>> _inverseBackward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverseBackward, RealNvpLayers<TNetwork>>(RealNvpKernels.InverseBackward);

    public void Forward(in FlowForward pass) => _forward(Instances(pass.Batch), pass, layers);

    public void Backward(in FlowBackward pass) => _backward(Instances(pass.Batch), pass, layers);

    public void Inverse(in FlowInverse pass) => _inverse(Instances(pass.Batch), pass, layers);

    public void InverseBackward(in FlowInverseBackward pass) => _inverseBackward(Instances(pass.Batch), pass, layers);

    private static Index2D Instances(FlowBatch batch) => new(batch.Tiles.Tiles, batch.Seeds);
}
