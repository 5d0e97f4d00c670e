using FlowLab.Kernels;

namespace FlowLab.Networks;

/// <summary>A pass from inputs to outputs.</summary>
/// <param name="Seeds">Seeds R.</param>
/// <param name="Parameters">The network's parameters.</param>
/// <param name="Input">[R, inputs, B].</param>
/// <param name="Output">[R, outputs, B], assigned; shares no memory with the input.</param>
/// <param name="Tape">[R, <see cref="INetwork.TapeLength"/>, B]: what the backward pass will need.</param>
public readonly record struct NetworkForward(int Seeds, SeedParameters Parameters, SampleRows Input, SampleRows Output, SampleView Tape);
