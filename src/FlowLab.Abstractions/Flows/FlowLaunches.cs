using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Flows;

/// <summary>
/// The four kernels of a flow, loaded: one launch per pass, an instance per tile (X) and seed (Y). The backward passes hand over the number of layers, K,
/// so that parameters of layers that took no part get a gradient of zero. Kernels live as long as their accelerator; there is nothing to dispose.
/// </summary>
public sealed class FlowLaunches
{
    private readonly int _length;
    private readonly Action<Index2D, FlowForward> _forward;
    private readonly Action<Index2D, FlowBackward, int> _backward;
    private readonly Action<Index2D, FlowInverse> _inverse;
    private readonly Action<Index2D, FlowInverseBackward, int> _inverseBackward;

    /// <summary>Loads the kernels, static methods all.</summary>
    /// <param name="accelerator">What they run on.</param>
    /// <param name="length">Layers, K.</param>
    /// <param name="forward"><see cref="IFlow.Forward"/>.</param>
    /// <param name="backward"><see cref="IFlow.Backward"/>, and K.</param>
    /// <param name="inverse"><see cref="IFlow.Inverse"/>.</param>
    /// <param name="inverseBackward"><see cref="IFlow.InverseBackward"/>, and K.</param>
    public FlowLaunches(
        Accelerator accelerator, int length, Action<Index2D, FlowForward> forward, Action<Index2D, FlowBackward, int> backward,
        Action<Index2D, FlowInverse> inverse, Action<Index2D, FlowInverseBackward, int> inverseBackward)
    {
        _length = length;
        _forward = accelerator.LoadAutoGroupedStreamKernel(forward);
        _backward = accelerator.LoadAutoGroupedStreamKernel(backward);
        _inverse = accelerator.LoadAutoGroupedStreamKernel(inverse);
        _inverseBackward = accelerator.LoadAutoGroupedStreamKernel(inverseBackward);
    }

    /// <inheritdoc cref="IFlow.Forward"/>
    public void Forward(in FlowForward pass) => _forward(Instances(pass.Batch), pass);

    /// <inheritdoc cref="IFlow.Backward"/>
    public void Backward(in FlowBackward pass) => _backward(Instances(pass.Batch), pass, _length);

    /// <inheritdoc cref="IFlow.Inverse"/>
    public void Inverse(in FlowInverse pass) => _inverse(Instances(pass.Batch), pass);

    /// <inheritdoc cref="IFlow.InverseBackward"/>
    public void InverseBackward(in FlowInverseBackward pass) => _inverseBackward(Instances(pass.Batch), pass, _length);

    private static Index2D Instances(FlowBatch batch) => new(batch.Tiles.Tiles, batch.Seeds);
}
