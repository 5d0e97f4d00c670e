using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Engine.Networks;

/// <summary>The units of a hidden layer: what turns linear combinations of inputs into values. Implemented by structs, called from kernels.</summary>
public interface IHiddenUnits
{
    /// <summary>Writes the values of the units.</summary>
    void Forward(HiddenLayer layer);

    /// <summary>As <see cref="Forward"/>, and keeps what <see cref="Backward"/> needs.</summary>
    void ForwardForBackward(HiddenLayer layer);

    /// <summary>
    /// For one input of the layer, whose units hold dL/d(linear combination, before the choice among them): assigns the gradients of the
    /// weights from this input (for the first input also of the biases, whose
    /// gradients start at <paramref name="biasGradient"/> with that of the layer's linear unit 0) and adds the gradient of the input itself.
    /// </summary>
    void Backward(HiddenLayer layer, int input, ArrayView<float> values, ArrayView<float> valueGradients, ParameterView gradient, ParameterView biasGradient);

    /// <summary>Assigns the gradients of the biases of units that read no input.</summary>
    void BiasBackward(HiddenLayer layer, ParameterView biasGradient);

    /// <summary>Replaces the values of a unit by dL/d(linear combination), given dL/dvalue.</summary>
    void ApplySlope(HiddenLayer layer, int unit, ArrayView<float> gradient);

    /// <summary>
    /// Of a layer with one output above it, dL/doutput = delta: replaces the values of a unit by dL/d(linear combination), dL/dvalue being weight delta. Returns sum delta values.
    /// </summary>
    float OnlyWeightBackward(HiddenLayer layer, int unit, ArrayView<float> delta, float weight);
}
