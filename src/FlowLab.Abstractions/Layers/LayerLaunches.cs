using FlowLab.Flows;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Layers;

/// <summary>The passes of <see cref="LayerKernels"/>, closed over the exact type of the layers, so that all calls in them are direct.</summary>
/// <param name="accelerator">What they run on.</param>
/// <param name="layers">The layers.</param>
public sealed class LayerLaunches<TLayers>(Accelerator accelerator, TLayers layers) : ILayerLaunches
    where TLayers : struct, ILayerKernel
{
    private readonly Action<Index2D, FlowForward, TLayers> _forward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowForward, TLayers>(LayerKernels.Forward);

    private readonly Action<Index2D, FlowBackward, TLayers> _backward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowBackward, TLayers>(LayerKernels.Backward);

    private readonly Action<Index2D, FlowInverse, TLayers> _inverse =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverse, TLayers>(LayerKernels.Inverse);

    private readonly Action<Index2D, FlowInverseBackward, TLayers> _inverseBackward =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, FlowInverseBackward, TLayers>(LayerKernels.InverseBackward);

    /// <inheritdoc/>
    public void Forward(in FlowForward pass) => _forward(Instances(pass.Batch), pass, layers);

    /// <inheritdoc/>
    public void Backward(in FlowBackward pass) => _backward(Instances(pass.Batch), pass, layers);

    /// <inheritdoc/>
    public void Inverse(in FlowInverse pass) => _inverse(Instances(pass.Batch), pass, layers);

    /// <inheritdoc/>
    public void InverseBackward(in FlowInverseBackward pass) => _inverseBackward(Instances(pass.Batch), pass, layers);

    private static Index2D Instances(FlowBatch batch) => new(batch.Tiles.Tiles, batch.Seeds);
}
