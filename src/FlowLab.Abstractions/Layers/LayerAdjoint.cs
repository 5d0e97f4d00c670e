using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Layers;

/// <summary>What the gradients of a layer are taken with, whichever the direction.</summary>
/// <param name="batch">Seeds, tiles, layers, parameters and context.</param>
/// <param name="state">[R, D, B]: behind the layer (in front of it, through the inverse) on entry, on its other side on return.</param>
/// <param name="gradient">[R, D, B]: dL/d(state), likewise.</param>
/// <param name="logDetGradient">[R, B]: dL/d(sum of log-dets).</param>
/// <param name="parameterGradient">dL/dparameter, the sum over a tile's samples, is assigned.</param>
/// <param name="contextGradient">dL/dcontext, likewise.</param>
/// <param name="scratch">Free for use.</param>
public readonly struct LayerAdjoint(
    FlowBatch batch, SampleView state, SampleView gradient, ArrayView<float> logDetGradient, ParameterView parameterGradient, ParameterView contextGradient,
    SampleView scratch)
{
    /// <summary>Of a backward pass.</summary>
    public LayerAdjoint(FlowBackward pass)
        : this(pass.Batch, pass.State, pass.Gradient, pass.LogDetGradient, pass.ParameterGradient, pass.ContextGradient, pass.Scratch)
    {
    }

    /// <summary>Of a backward pass through the inverse.</summary>
    public LayerAdjoint(FlowInverseBackward pass)
        : this(pass.Batch, pass.State, pass.Gradient, pass.LogDetGradient, pass.ParameterGradient, pass.ContextGradient, pass.Scratch)
    {
    }

    /// <summary>Seeds, tiles, layers, parameters and context.</summary>
    public readonly FlowBatch Batch = batch;

    /// <summary>The state, [R, D, B].</summary>
    public readonly SampleView State = state;

    /// <summary>dL/d(state), [R, D, B].</summary>
    public readonly SampleView Gradient = gradient;

    /// <summary>dL/d(sum of log-dets), [R, B].</summary>
    public readonly ArrayView<float> LogDetGradient = logDetGradient;

    /// <summary>dL/dparameter per (seed, tile).</summary>
    public readonly ParameterView ParameterGradient = parameterGradient;

    /// <summary>dL/dcontext per (seed, tile).</summary>
    public readonly ParameterView ContextGradient = contextGradient;

    /// <summary>Free for use.</summary>
    public readonly SampleView Scratch = scratch;

    /// <summary>dL/d(sum of log-dets) of a seed, [B].</summary>
    public ArrayView<float> LogDetGradients(int seed) => LogDetGradient.SubView(seed * State.Batch, State.Batch);
}
