using FlowLab.Kernels;

namespace FlowLab.Networks;

/// <summary>
/// The kernel side of an <see cref="IMaskedConditioner"/>. Beside all at once it can be evaluated component by component, from the first to the last, while
/// the inputs come into being: then every inner value is computed once, and an inverse costs one network. Gradients go from the last component to the first.
/// </summary>
public interface IMaskedConditionerKernel : IConditionerKernel
{
    /// <summary>Adds the outputs of one component; those before it come first, and its inputs before <paramref name="component"/> are in place.</summary>
    /// <param name="at">Seed, tile, parameters and scratch.</param>
    /// <param name="input">The inputs, one row per component.</param>
    /// <param name="output">What the n outputs of the component are added to, one row each.</param>
    /// <param name="sign">+1 or -1.</param>
    /// <param name="component">The component.</param>
    void AddComponent(ConditionerTile at, SampleRows input, SampleRows output, float sign, int component);

    /// <summary>Prepares for <see cref="ComponentBackward"/>, all inputs being in place.</summary>
    /// <param name="at">Seed, tile, parameters and scratch.</param>
    /// <param name="input">The inputs.</param>
    void BeginBackward(ConditionerTile at, SampleRows input);

    /// <summary>
    /// Gradients of <see cref="AddComponent"/>, components from the last to the first: after that of d, the gradients of the inputs from d - 1 on are complete.
    /// </summary>
    /// <param name="at">As in <see cref="BeginBackward"/>.</param>
    /// <param name="input">As in <see cref="BeginBackward"/>.</param>
    /// <param name="outputGradient">dL/doutput of the component's outputs; read only.</param>
    /// <param name="inputGradient">What dL/dinput is added to, one row per component.</param>
    /// <param name="sign">As in <see cref="AddComponent"/>.</param>
    /// <param name="component">The component.</param>
    /// <param name="parameterGradient">As in <see cref="IConditionerKernel.Backward"/>; all are assigned once all components have had their turn.</param>
    /// <param name="contextGradient">As in <see cref="IConditionerKernel.Backward"/>.</param>
    void ComponentBackward(
        ConditionerTile at, SampleRows input, SampleRows outputGradient, SampleRows inputGradient, float sign, int component, ParameterView parameterGradient,
        ParameterView contextGradient);
}
