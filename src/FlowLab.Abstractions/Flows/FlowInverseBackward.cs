using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Flows;

/// <summary>
/// Gradients of a loss L(z0, sum of log-dets), where z0 = f^-1(zK), for zK and for the parameters: maximum likelihood trains through this.
/// With z' = f(z; theta) and lambda = J^-T dL/dz (dL/dz including the log-det's own dependence on z), implicit differentiation gives
/// dL/dz' = lambda and dL/dtheta = dL/dlog-det dlog-det/dtheta - (df/dtheta)^T lambda, layer by layer from the first to the last.
/// </summary>
/// <param name="Batch">As in the inverse pass.</param>
/// <param name="State">[R, D, B]: z0 on entry, as the inverse pass left it; zK (to rounding) on return.</param>
/// <param name="Gradient">[R, D, B]: dL/dz0 on entry, dL/dzK on return.</param>
/// <param name="LogDetGradient">[R, B]: dL/d(sum of log-dets).</param>
/// <param name="ParameterGradient">One set per (seed, tile): the sum of dL/dparameter over the samples of the tile is assigned.</param>
/// <param name="Scratch">Free for use during the pass.</param>
public readonly record struct FlowInverseBackward(
    FlowBatch Batch, SampleView State, SampleView Gradient, ArrayView<float> LogDetGradient, ParameterView ParameterGradient,
    SampleView Scratch)
{
    /// <summary>The sum of dL/dcontext over the samples of the tile is assigned; without a context: the parameters' gradient once more.</summary>
    public ParameterView ContextGradient { get; init; } = ParameterGradient;
}
