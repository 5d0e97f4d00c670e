using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Engine.Networks;

/// <summary>Hidden units that apply a function to one linear combination each.</summary>
public readonly struct PointwiseUnits<TFunction> : IHiddenUnits
    where TFunction : unmanaged, IPointwiseFunction
{
    public void Forward(HiddenLayer layer)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        TFunction function = default;
        for (int unit = layer.FirstUnit; unit < layer.EndUnit; unit++)
        {
            if (layer.Inputs == 1)
            {
                ForwardOfOne(layer, unit);
                continue;
            }
            ArrayView<float> value = layer.Unit(unit);
            Rows.Fill(layer.At, value, layer.Bias(unit));
            Rows.AddProducts(layer.At, layer.Input, layer.InputRow, layer.Inputs, layer.Weights(unit), 1f, value);
            for (int s = first; s < end; s += step)
                value[s] = function.Value(value[s]);
        }
    }

    public void ForwardForBackward(HiddenLayer layer) => Forward(layer);

    public void Backward(HiddenLayer layer, int input, ArrayView<float> values, ArrayView<float> valueGradients, ParameterView gradient, ParameterView biasGradient)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        int seed = layer.At.Seed, tile = layer.At.Tile;
        for (int unit = layer.FirstUnit; unit < layer.EndUnit; unit++)
        {
            if (input == 0)
            {
                FirstBackward(layer, unit, values, valueGradients, gradient, biasGradient);
                continue;
            }
            float weight = layer.Weights(unit).At(seed, tile, input);
            float weightGradient = 0f;
            ArrayView<float> delta = layer.Unit(unit);
            for (int s = first; s < end; s += step)
            {
                weightGradient += delta[s] * values[s];
                valueGradients[s] += weight * delta[s];
            }
            gradient.At(seed, tile, layer.WeightIndex(unit) + input) = weightGradient;
        }
    }

    public void BiasBackward(HiddenLayer layer, ParameterView biasGradient)
    {
        for (int unit = layer.FirstUnit; unit < layer.EndUnit; unit++)
            biasGradient.At(layer.At.Seed, layer.At.Tile, unit) = Rows.Sum(layer.At, layer.Unit(unit));
    }

    public void ApplySlope(HiddenLayer layer, int unit, ArrayView<float> gradient)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        TFunction function = default;
        ArrayView<float> value = layer.Unit(unit);
        for (int s = first; s < end; s += step)
            value[s] = gradient[s] * function.SlopeAtValue(value[s]);
    }

    public float OnlyWeightBackward(HiddenLayer layer, int unit, ArrayView<float> delta, float weight)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        TFunction function = default;
        ArrayView<float> value = layer.Unit(unit);
        float sum = 0f;
        for (int s = first; s < end; s += step)
        {
            float open = delta[s], x = value[s];
            sum += open * x;
            value[s] = weight * open * function.SlopeAtValue(x);
        }
        return sum;
    }

    /// <summary>Couplings in two dimensions consist of nothing else: one sweep.</summary>
    private static void ForwardOfOne(HiddenLayer layer, int unit)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        TFunction function = default;
        float weight = layer.Weights(unit).At(layer.At.Seed, layer.At.Tile, 0), bias = layer.Bias(unit);
        ArrayView<float> value = layer.Unit(unit), input = layer.Input.Row(layer.At.Seed, layer.InputRow);
        for (int s = first; s < end; s += step)
            value[s] = function.Value(bias + weight * input[s]);
    }

    /// <summary>The first input, with the gradient of the bias.</summary>
    private static void FirstBackward(
        HiddenLayer layer, int unit, ArrayView<float> values, ArrayView<float> valueGradients, ParameterView gradient, ParameterView biasGradient)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        int seed = layer.At.Seed, tile = layer.At.Tile;
        float weight = layer.Weights(unit).At(seed, tile, 0);
        float weightGradient = 0f, sum = 0f;
        ArrayView<float> delta = layer.Unit(unit);
        for (int s = first; s < end; s += step)
        {
            float open = delta[s];
            weightGradient += open * values[s];
            sum += open;
            valueGradients[s] += weight * open;
        }
        gradient.At(seed, tile, layer.WeightIndex(unit)) = weightGradient;
        biasGradient.At(seed, tile, unit) = sum;
    }
}
