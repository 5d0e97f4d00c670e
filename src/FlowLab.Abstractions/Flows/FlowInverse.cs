using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Flows;

/// <summary>zK to z0, with the log-dets of the forward direction taken at the points passed.</summary>
/// <param name="Batch">Seeds, tiles, layers and parameters.</param>
/// <param name="State">[R, D, B]: zK on entry, z0 on return.</param>
/// <param name="LogDet">[R, B], nats: sum_k ln|det df_k/dz_{k-1}| (of the forward map) is added.</param>
/// <param name="Scratch">Free for use during the pass.</param>
/// <param name="FirstLayer">The last layer that is undone: layers Batch.Layers - 1 down to this one; 0 undoes them all.</param>
public readonly record struct FlowInverse(FlowBatch Batch, SampleView State, ArrayView<float> LogDet, SampleView Scratch, int FirstLayer = 0)
{
    /// <summary>[R, <see cref="IFlow.AuxiliaryLength"/>, B]: omegaK on entry, omega0 on return; without auxiliary variables: the scratch once more.</summary>
    public SampleView Auxiliary { get; init; } = Scratch;
}
