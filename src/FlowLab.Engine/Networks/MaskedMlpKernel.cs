using FlowLab.Kernels;
using FlowLab.Networks;
using ILGPU;

namespace FlowLab.Engine.Networks;

/// <summary>
/// A masked perceptron inside a kernel. The units of a component's degree read what lies before it, so going from component to component every unit is
/// evaluated once, and the way back meets every unit after all that read it.
/// </summary>
public readonly struct MaskedMlpKernel<TUnits>(MaskedShape shape) : IMaskedConditionerKernel
    where TUnits : unmanaged, IHiddenUnits
{
    private readonly MaskedShape _shape = shape;

    public void AddOutput(ConditionerTile at, SampleRows input, SampleRows output, float sign)
    {
        for (int component = 0; component < _shape.Components; component++)
            AddComponent(at, input, output.Slice(component * _shape.Numbers, _shape.Numbers), sign, component);
    }

    public void Backward(
        ConditionerTile at, SampleRows input, SampleRows outputGradient, SampleRows inputGradient, float sign, ParameterView parameterGradient,
        ParameterView contextGradient)
    {
        BeginBackward(at, input);
        for (int component = _shape.Components - 1; component >= 0; component--)
        {
            ComponentBackward(
                at, input, outputGradient.Slice(component * _shape.Numbers, _shape.Numbers), inputGradient, sign, component, parameterGradient, contextGradient);
        }
    }

    /// <summary>Layers take this network component by component (<see cref="BeginBackward"/>), so nothing is kept for the way back.</summary>
    public void AddOutputForBackward(ConditionerTile at, SampleRows input, SampleRows output, float sign) => AddOutput(at, input, output, sign);

    public void BackwardAfterOutput(
        ConditionerTile at, SampleRows input, SampleRows outputGradient, SampleRows inputGradient, float sign, ParameterView parameterGradient,
        ParameterView contextGradient) =>
        Backward(at, input, outputGradient, inputGradient, sign, parameterGradient, contextGradient);

    public void AddComponent(ConditionerTile at, SampleRows input, SampleRows output, float sign, int component)
    {
        TUnits units = default;
        if (_shape.HasUnits(component))
        {
            for (int layer = 0; layer < _shape.Depth; layer++)
                units.Forward(LayerAt(at, layer, input, component));
        }
        int count = _shape.UnitsUpTo(component), lastUnits = at.ScratchRow + _shape.UnitRow(_shape.Depth - 1);
        for (int o = 0; o < _shape.Numbers; o++)
        {
            ArrayView<float> target = output.Row(at.Seed, o);
            Rows.AddConstant(at, target, sign * at.Parameters.At(at.Seed, at.Tile, _shape.OutputBias(component) + o));
            Rows.AddProducts(at, at.Scratch, lastUnits, count, at.Parameters.Skip(_shape.OutputWeight(component) + o * count), sign, target);
        }
    }

    public void BeginBackward(ConditionerTile at, SampleRows input)
    {
        TUnits units = default;
        for (int component = 0; component < _shape.Components; component++)
        {
            if (!_shape.HasUnits(component))
                continue;
            for (int layer = 0; layer < _shape.Depth; layer++)
                units.ForwardForBackward(LayerAt(at, layer, input, component));
        }
        for (int unit = 0; unit < _shape.Depth * _shape.Hidden; unit++)
            Rows.Fill(at, at.Scratch.Row(at.Seed, at.ScratchRow + _shape.GradientRow(0) + unit), 0f);
    }

    public void ComponentBackward(
        ConditionerTile at, SampleRows input, SampleRows outputGradient, SampleRows inputGradient, float sign, int component, ParameterView parameterGradient,
        ParameterView contextGradient)
    {
        OutputBackward(at, outputGradient, sign, component, parameterGradient);
        if (!_shape.HasUnits(component))
            return;
        for (int layer = _shape.Depth - 1; layer > 0; layer--)
        {
            UnitsBackward(
                LayerAt(at, layer, input, component), layer, new SampleRows(at.Scratch, at.ScratchRow + _shape.UnitRow(layer - 1), _shape.Hidden),
                new SampleRows(at.Scratch, at.ScratchRow + _shape.GradientRow(layer - 1), _shape.Hidden), parameterGradient, contextGradient);
        }
        UnitsBackward(LayerAt(at, 0, input, component), 0, input, inputGradient, parameterGradient, contextGradient);
    }

    private HiddenLayer LayerAt(ConditionerTile at, int layer, SampleRows input, int component) => new(
        at, layer == 0 ? input.View : at.Scratch, _shape.Place(layer, component, layer == 0 ? input.First : at.ScratchRow + _shape.UnitRow(layer - 1)));

    private ArrayView<float> GradientOf(ConditionerTile at, int layer, int unit) => at.Scratch.Row(at.Seed, at.ScratchRow + _shape.GradientRow(layer) + unit);

    /// <summary>Gradients of the outputs of a component; adds to those of the units that they read.</summary>
    private void OutputBackward(ConditionerTile at, SampleRows outputGradient, float sign, int component, ParameterView parameterGradient)
    {
        int count = _shape.UnitsUpTo(component), last = _shape.Depth - 1;
        for (int o = 0; o < _shape.Numbers; o++)
        {
            int weights = _shape.OutputWeight(component) + o * count;
            ArrayView<float> delta = outputGradient.Row(at.Seed, o);
            for (int unit = 0; unit < count; unit++)
            {
                ArrayView<float> values = at.Scratch.Row(at.Seed, at.ScratchRow + _shape.UnitRow(last) + unit);
                float weight = sign * at.Parameters.At(at.Seed, at.Tile, weights + unit);
                float sum = Rows.WeightBackward(at, delta, values, GradientOf(at, last, unit), weight);
                parameterGradient.At(at.Seed, at.Tile, weights + unit) = sign * sum;
            }
            parameterGradient.At(at.Seed, at.Tile, _shape.OutputBias(component) + o) = sign * Rows.Sum(at, delta);
        }
    }

    /// <summary>Gradients of the units of one degree, whose own gradients are complete; adds to those of their inputs.</summary>
    private void UnitsBackward(
        HiddenLayer layer, int index, SampleRows inputs, SampleRows inputGradients, ParameterView parameterGradient, ParameterView contextGradient)
    {
        TUnits units = default;
        int seed = layer.At.Seed;
        ParameterView biasGradient = layer.BiasGradients(parameterGradient, contextGradient);
        for (int unit = layer.FirstUnit; unit < layer.EndUnit; unit++)
            units.ApplySlope(layer, unit, GradientOf(layer.At, index, unit));
        if (layer.Inputs == 0)
            units.BiasBackward(layer, biasGradient);
        for (int i = 0; i < layer.Inputs; i++)
            units.Backward(layer, i, inputs.Row(seed, i), inputGradients.Row(seed, i), parameterGradient, biasGradient);
    }
}
