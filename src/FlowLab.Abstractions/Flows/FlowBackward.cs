using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Flows;

/// <summary>Gradients of a loss L(zK, sum of log-dets) for z0 and for the parameters.</summary>
/// <param name="Batch">As in the forward pass.</param>
/// <param name="State">[R, D, B]: zK on entry, z0 (to rounding) on return.</param>
/// <param name="Gradient">[R, D, B]: dL/dzK on entry, dL/dz0 on return.</param>
/// <param name="LogDetGradient">[R, B]: dL/d(sum of log-dets).</param>
/// <param name="ParameterGradient">One set per (seed, tile): the sum of dL/dparameter over the samples of the tile is assigned.</param>
/// <param name="Tape">As the forward pass left it; may be overwritten.</param>
/// <param name="Scratch">Free for use during the pass.</param>
public readonly record struct FlowBackward(
    FlowBatch Batch, SampleView State, SampleView Gradient, ArrayView<float> LogDetGradient, ParameterView ParameterGradient,
    SampleView Tape, SampleView Scratch)
{
    /// <summary>The sum of dL/dcontext over the samples of the tile is assigned; without a context: the parameters' gradient once more.</summary>
    public ParameterView ContextGradient { get; init; } = ParameterGradient;

    /// <summary>[R, <see cref="IFlow.AuxiliaryLength"/>, B]: omegaK on entry, omega0 (to rounding) on return; without auxiliary variables: the scratch once more.</summary>
    public SampleView Auxiliary { get; init; } = Scratch;

    /// <summary>[R, <see cref="IFlow.AuxiliaryLength"/>, B]: dL/domegaK on entry, dL/domega0 on return; without auxiliary variables: the scratch once more.</summary>
    public SampleView AuxiliaryGradient { get; init; } = Scratch;

    /// <summary>[R, B]: dL/d ln r(omegaK | zK, x); that for the log-det unless said otherwise.</summary>
    public ArrayView<float> LogReverseGradient { get; init; } = LogDetGradient;
}
