using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Flows;

/// <summary>z0 to zK with the sum of log-dets.</summary>
/// <param name="Batch">Seeds, tiles, layers and parameters.</param>
/// <param name="State">[R, D, B]: z0 on entry, zK on return.</param>
/// <param name="LogDet">[R, B], nats: sum_k ln|det df_k/dz_{k-1}| is added.</param>
/// <param name="Tape">[R, <see cref="IFlow.TapeLength"/>, B]: what <see cref="IFlow.Backward"/> will need.</param>
/// <param name="Scratch">[R, <see cref="IFlow.ScratchLength"/>, B]: free for use during the pass.</param>
public readonly record struct FlowForward(FlowBatch Batch, SampleView State, ArrayView<float> LogDet, SampleView Tape, SampleView Scratch);
