using FlowLab.Kernels;

namespace FlowLab.Networks;

/// <summary>Gradients of a loss L(outputs).</summary>
/// <param name="Seeds">Seeds R.</param>
/// <param name="Parameters">As in the forward pass.</param>
/// <param name="Gradients">dL/dparameter, the sum over the samples, is assigned.</param>
/// <param name="Input">As in the forward pass.</param>
/// <param name="OutputGradient">[R, outputs, B]: dL/doutput.</param>
/// <param name="InputGradient">[R, inputs, B]: dL/dinput is assigned; null: it is not wanted.</param>
/// <param name="Tape">As the forward pass left it; overwritten.</param>
/// <param name="Scratch">[R, <see cref="INetwork.ScratchLength"/>, B]: free for use during the pass.</param>
public readonly record struct NetworkBackward(
    int Seeds, SeedParameters Parameters, SeedParameters Gradients, SampleRows Input, SampleRows OutputGradient, SampleRows? InputGradient,
    SampleView Tape, SampleView Scratch);
