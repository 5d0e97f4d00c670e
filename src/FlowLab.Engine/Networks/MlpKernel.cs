using FlowLab.Kernels;
using FlowLab.Networks;
using ILGPU;

namespace FlowLab.Engine.Networks;

/// <summary>A multilayer perceptron inside a kernel: hidden layers of <typeparamref name="TUnits"/>, then a linear output layer.</summary>
public readonly struct MlpKernel<TUnits>(MlpShape shape) : IConditionerKernel
    where TUnits : unmanaged, IHiddenUnits
{
    private readonly MlpShape _shape = shape;

    public void AddOutput(ConditionerTile at, SampleRows input, SampleRows output, float sign)
    {
        TUnits units = default;
        for (int layer = 0; layer < _shape.Depth; layer++)
            units.Forward(LayerAt(at, layer, input));
        AddOutputOfUnits(at, output, sign);
    }

    public void AddOutputForBackward(ConditionerTile at, SampleRows input, SampleRows output, float sign)
    {
        ForwardForBackward(at, input);
        AddOutputOfUnits(at, output, sign);
    }

    public void Backward(
        ConditionerTile at, SampleRows input, SampleRows outputGradient, SampleRows inputGradient, float sign, ParameterView parameterGradient,
        ParameterView contextGradient)
    {
        ForwardForBackward(at, input);
        BackwardAfterOutput(at, input, outputGradient, inputGradient, sign, parameterGradient, contextGradient);
    }

    public void BackwardAfterOutput(
        ConditionerTile at, SampleRows input, SampleRows outputGradient, SampleRows inputGradient, float sign, ParameterView parameterGradient,
        ParameterView contextGradient)
    {
        TUnits units = default;
        OutputBackward(at, LayerAt(at, _shape.Depth - 1, input), outputGradient, sign, parameterGradient);
        for (int layer = _shape.Depth - 1; layer > 0; layer--)
            InnerBackward(at, LayerAt(at, layer, input), LayerAt(at, layer - 1, input), parameterGradient);
        HiddenLayer bottom = LayerAt(at, 0, input);
        ParameterView biasGradient = bottom.BiasGradients(parameterGradient, contextGradient);
        for (int i = 0; i < _shape.Inputs; i++)
            units.Backward(bottom, i, input.Row(at.Seed, i), inputGradient.Row(at.Seed, i), parameterGradient, biasGradient);
    }

    private void ForwardForBackward(ConditionerTile at, SampleRows input)
    {
        TUnits units = default;
        for (int layer = 0; layer < _shape.Depth; layer++)
            units.ForwardForBackward(LayerAt(at, layer, input));
    }

    /// <summary>The output layer.</summary>
    private void AddOutputOfUnits(ConditionerTile at, SampleRows output, float sign)
    {
        ParameterView parameters = at.Parameters.Skip(_shape.LayerOffset(_shape.Depth));
        int lastUnits = at.ScratchRow + _shape.UnitRow(_shape.Depth - 1);
        for (int o = 0; o < _shape.Outputs; o++)
        {
            ArrayView<float> target = output.Row(at.Seed, o);
            Rows.AddConstant(at, target, sign * parameters.At(at.Seed, at.Tile, _shape.Hidden * _shape.Outputs + o));
            Rows.AddProducts(at, at.Scratch, lastUnits, _shape.Hidden, parameters.Skip(o * _shape.Hidden), sign, target);
        }
    }

    private HiddenLayer LayerAt(ConditionerTile at, int layer, SampleRows input) => new(
        at, layer == 0 ? input.View : at.Scratch, _shape.Place(layer, layer == 0 ? input.First : at.ScratchRow + _shape.UnitRow(layer - 1)));

    /// <summary>Gradients of the output layer; the units of the last hidden layer then hold dL/d(linear combination).</summary>
    private void OutputBackward(
        ConditionerTile at, HiddenLayer last, SampleRows outputGradient, float sign, ParameterView parameterGradient)
    {
        TUnits units = default;
        ParameterView parameters = at.Parameters.Skip(_shape.LayerOffset(_shape.Depth));
        ParameterView target = parameterGradient.Skip(_shape.LayerOffset(_shape.Depth));
        ArrayView<float> work = last.Work();
        for (int unit = 0; unit < _shape.Hidden; unit++)
        {
            if (_shape.Outputs == 1)
            {
                target.At(at.Seed, at.Tile, unit) = sign * units.OnlyWeightBackward(last, unit, outputGradient.Row(at.Seed, 0), sign * parameters.At(at.Seed, at.Tile, unit));
                continue;
            }
            ArrayView<float> values = last.Unit(unit);
            for (int o = 0; o < _shape.Outputs; o++)
            {
                float weight = sign * parameters.At(at.Seed, at.Tile, o * _shape.Hidden + unit);
                ArrayView<float> delta = outputGradient.Row(at.Seed, o);
                float sum = o == 0 ? Rows.FirstWeightBackward(at, delta, values, work, weight) : Rows.WeightBackward(at, delta, values, work, weight);
                target.At(at.Seed, at.Tile, o * _shape.Hidden + unit) = sign * sum;
            }
            units.ApplySlope(last, unit, work);
        }
        for (int o = 0; o < _shape.Outputs; o++)
            target.At(at.Seed, at.Tile, _shape.Hidden * _shape.Outputs + o) = sign * Rows.Sum(at, outputGradient.Row(at.Seed, o));
    }

    /// <summary>Gradients of a hidden layer whose inputs are the units of <paramref name="below"/>, input by input.</summary>
    private void InnerBackward(ConditionerTile at, HiddenLayer layer, HiddenLayer below, ParameterView parameterGradient)
    {
        TUnits units = default;
        ArrayView<float> work = layer.Work();
        ParameterView biasGradient = layer.BiasGradients(parameterGradient, parameterGradient);
        for (int unit = 0; unit < _shape.Hidden; unit++)
        {
            Rows.Fill(at, work, 0f);
            units.Backward(layer, unit, below.Unit(unit), work, parameterGradient, biasGradient);
            units.ApplySlope(below, unit, work);
        }
    }
}
