using FlowLab.Kernels;

namespace FlowLab.Networks;

/// <summary>
/// The kernel side of an <see cref="IConditioner"/>: a struct whose methods are called from kernels. Rows of <see cref="SampleView"/>
/// are features; every method handles all samples of one tile of one seed.
/// </summary>
public interface IConditionerKernel
{
    /// <summary>Adds <paramref name="sign"/> times the network's output to rows of <paramref name="output"/>.</summary>
    /// <param name="at">Seed, tile, parameters and scratch.</param>
    /// <param name="input">[R, N, B]; the inputs are the rows from <paramref name="inputRow"/>.</param>
    /// <param name="inputRow">First input row.</param>
    /// <param name="output">[R, N, B]; the outputs are the rows from <paramref name="outputRow"/>; must not overlap the inputs.</param>
    /// <param name="outputRow">First output row.</param>
    /// <param name="sign">+1 or -1.</param>
    void AddOutput(ConditionerTile at, SampleView input, int inputRow, SampleView output, int outputRow, float sign);

    /// <summary>Gradients of <see cref="AddOutput"/>: adds to those of the inputs, assigns those of the parameters.</summary>
    /// <param name="at">Seed, tile, parameters and scratch, as in <see cref="AddOutput"/>.</param>
    /// <param name="input">The inputs, as in <see cref="AddOutput"/>.</param>
    /// <param name="inputRow">First input row, in <paramref name="input"/> and in <paramref name="gradient"/>.</param>
    /// <param name="gradient">[R, N, B]: dL/doutput in the rows from <paramref name="outputRow"/> is read, dL/dinput in the rows from
    /// <paramref name="inputRow"/> is added to.</param>
    /// <param name="outputRow">First output row in <paramref name="gradient"/>.</param>
    /// <param name="sign">As in <see cref="AddOutput"/>.</param>
    /// <param name="parameterGradient">The sum over the tile's samples of dL/dparameter is assigned, from the network's first parameter on.</param>
    /// <param name="contextGradient">The sum over the tile's samples of dL/dcontext is assigned, from the network's first number on; unused without a context.</param>
    void Backward(ConditionerTile at, SampleView input, int inputRow, SampleView gradient, int outputRow, float sign, ParameterView parameterGradient,
        ParameterView contextGradient);
}
