using FlowLab.Flows;
using FlowLab.Networks;
using ILGPU;
using ILGPU.Runtime;

namespace AffineCoupling;

internal sealed class AffinePasses<TNetwork>(Accelerator accelerator, AffineLayers<TNetwork> layers) : IAffinePasses
    where TNetwork : unmanaged, IConditionerKernel
{
    private readonly Action<Index2D, FlowForward, AffineLayers<TNetwork>> _forward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowForward, AffineLayers<TNetwork>>(AffineKernels.Forward);

    private readonly Action<Index2D, FlowBackward, AffineLayers<TNetwork>> _backward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowBackward, AffineLayers<TNetwork>>(AffineKernels.Backward);

    private readonly Action<Index2D, FlowInverse, AffineLayers<TNetwork>> _inverse =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverse, AffineLayers<TNetwork>>(AffineKernels.Inverse);

    private readonly Action<Index2D, FlowInverseBackward, AffineLayers<TNetwork>> _inverseBackward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverseBackward, AffineLayers<TNetwork>>(AffineKernels.InverseBackward);

    public void Forward(in FlowForward pass) => _forward(Instances(pass.Batch), pass, layers);

    public void Backward(in FlowBackward pass) => _backward(Instances(pass.Batch), pass, layers);

    public void Inverse(in FlowInverse pass) => _inverse(Instances(pass.Batch), pass, layers);

    public void InverseBackward(in FlowInverseBackward pass) => _inverseBackward(Instances(pass.Batch), pass, layers);

    private static Index2D Instances(FlowBatch batch) => new(batch.Tiles.Tiles, batch.Seeds);
}
