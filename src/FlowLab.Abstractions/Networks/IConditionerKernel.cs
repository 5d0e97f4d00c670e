using FlowLab.Kernels;

namespace FlowLab.Networks;

/// <summary>
/// The kernel side of an <see cref="IConditioner"/>: a struct whose methods are called from kernels. Every method handles all samples of one tile of one
/// seed. Inputs, outputs and their gradients are rows of any views, of the state or of scratch: a coupling that only shifts adds the outputs to the state
/// itself, one that also scales, an autoregressive layer or a spline takes several numbers per component from rows of its scratch.
/// </summary>
public interface IConditionerKernel
{
    /// <summary>Adds <paramref name="sign"/> times the network's outputs.</summary>
    /// <param name="at">Seed, tile, parameters and scratch.</param>
    /// <param name="input">The inputs, one row each.</param>
    /// <param name="output">What the outputs are added to, one row each; must not overlap the inputs.</param>
    /// <param name="sign">+1 or -1.</param>
    void AddOutput(ConditionerTile at, SampleRows input, SampleRows output, float sign);

    /// <summary>As <see cref="AddOutput"/>, and leaves in the network's scratch rows what <see cref="BackwardAfterOutput"/> needs.</summary>
    /// <param name="at">Seed, tile, parameters and scratch.</param>
    /// <param name="input">The inputs, one row each.</param>
    /// <param name="output">What the outputs are added to, one row each; must not overlap the inputs.</param>
    /// <param name="sign">+1 or -1.</param>
    void AddOutputForBackward(ConditionerTile at, SampleRows input, SampleRows output, float sign);

    /// <summary>Gradients of <see cref="AddOutput"/>: adds to those of the inputs, assigns those of the parameters.</summary>
    /// <param name="at">Seed, tile, parameters and scratch, as in <see cref="AddOutput"/>.</param>
    /// <param name="input">The inputs, as in <see cref="AddOutput"/>.</param>
    /// <param name="outputGradient">dL/doutput, one row per output; read only.</param>
    /// <param name="inputGradient">What dL/dinput is added to, one row per input; must not overlap <paramref name="outputGradient"/>.</param>
    /// <param name="sign">As in <see cref="AddOutput"/>.</param>
    /// <param name="parameterGradient">The sum over the tile's samples of dL/dparameter is assigned, from the network's first parameter on.</param>
    /// <param name="contextGradient">The sum over the tile's samples of dL/dcontext is assigned, from the network's first number on; unused without a context.</param>
    void Backward(ConditionerTile at, SampleRows input, SampleRows outputGradient, SampleRows inputGradient, float sign, ParameterView parameterGradient,
        ParameterView contextGradient);

    /// <summary>
    /// The same as <see cref="Backward"/> without evaluating the hidden units again: only after <see cref="AddOutputForBackward"/> with the same inputs and parameters, and with
    /// the network's scratch rows as it left them. The sign may be another one.
    /// </summary>
    /// <param name="at">Seed, tile, parameters and scratch, as in <see cref="AddOutputForBackward"/>.</param>
    /// <param name="input">The inputs, as in <see cref="AddOutputForBackward"/>.</param>
    /// <param name="outputGradient">dL/doutput, one row per output; read only.</param>
    /// <param name="inputGradient">What dL/dinput is added to, one row per input; must not overlap <paramref name="outputGradient"/>.</param>
    /// <param name="sign">That of the outputs whose gradients are taken.</param>
    /// <param name="parameterGradient">The sum over the tile's samples of dL/dparameter is assigned, from the network's first parameter on.</param>
    /// <param name="contextGradient">The sum over the tile's samples of dL/dcontext is assigned, from the network's first number on; unused without a context.</param>
    void BackwardAfterOutput(ConditionerTile at, SampleRows input, SampleRows outputGradient, SampleRows inputGradient, float sign,
        ParameterView parameterGradient, ParameterView contextGradient);
}
