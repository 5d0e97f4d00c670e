using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Flows;

/// <summary>z0 to zK with the sum of log-dets.</summary>
/// <param name="Batch">Seeds, tiles, layers and parameters.</param>
/// <param name="State">[R, D, B]: z0 on entry, zK on return.</param>
/// <param name="LogDet">[R, B], nats: sum_k ln|det df_k/dz_{k-1}| is added.</param>
/// <param name="Tape">[R, <see cref="IFlow.TapeLength"/>, B]: what <see cref="IFlow.Backward"/> will need.</param>
/// <param name="Scratch">[R, <see cref="IFlow.ScratchLength"/>, B]: free for use during the pass.</param>
public readonly record struct FlowForward(FlowBatch Batch, SampleView State, ArrayView<float> LogDet, SampleView Tape, SampleView Scratch)
{
    /// <summary>[R, <see cref="IFlow.AuxiliaryLength"/>, B]: omega0 on entry, omegaK on return; without auxiliary variables: the scratch once more.</summary>
    public SampleView Auxiliary { get; init; } = Scratch;

    /// <summary>[R, B], nats: ln r(omegaK | zK, x) of the layers that take part is added; without auxiliary variables: the log-det once more, not to be touched.</summary>
    public ArrayView<float> LogReverse { get; init; } = LogDet;
}
