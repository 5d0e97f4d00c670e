using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Engine.Networks;

/// <summary>
/// Hidden units that take the maximum of a window of linear units each; among equals the first wins. Four linear units of one input are
/// handled in one sweep, because couplings in two dimensions consist of nothing else.
/// </summary>
public readonly struct MaxoutUnits : IHiddenUnits
{
    private const int Block = 4;

    public void Forward(HiddenLayer layer)
    {
        for (int unit = layer.FirstUnit; unit < layer.EndUnit; unit++)
        {
            if (layer.Inputs == 1 && layer.Window == Block)
                MaximumOfFour(layer, unit);
            else
                Maximum(layer, unit);
        }
    }

    public void ForwardForBackward(HiddenLayer layer)
    {
        for (int unit = layer.FirstUnit; unit < layer.EndUnit; unit++)
        {
            if (layer.Inputs == 1 && layer.Window == Block)
                WinnerOfFour(layer, unit);
            else
                Winner(layer, unit);
        }
    }

    public void Backward(HiddenLayer layer, int input, ArrayView<float> values, ArrayView<float> valueGradients, ParameterView gradient, ParameterView biasGradient)
    {
        int window = layer.Window;
        for (int unit = layer.FirstUnit; unit < layer.EndUnit; unit++)
        {
            int i = 0;
            for (; i + Block <= window; i += Block)
                BackwardOfFour(layer, unit, i, input, values, valueGradients, gradient, biasGradient);
            for (; i < window; i++)
                BackwardOfOne(layer, unit, i, input, values, valueGradients, gradient, biasGradient);
        }
    }

    public void BiasBackward(HiddenLayer layer, ParameterView biasGradient)
    {
        int window = layer.Window;
        for (int unit = layer.FirstUnit; unit < layer.EndUnit; unit++)
        {
            for (int i = 0; i < window; i++)
                biasGradient.At(layer.At.Seed, layer.At.Tile, unit * window + i) = SumOfShares(layer, unit, i);
        }
    }

    /// <summary>The maximum has slope 1 in the winning linear unit; <see cref="Backward"/> picks it.</summary>
    public void ApplySlope(HiddenLayer layer, int unit, ArrayView<float> gradient)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        ArrayView<float> value = layer.Unit(unit);
        for (int s = first; s < end; s += step)
            value[s] = gradient[s];
    }

    public float OnlyWeightBackward(HiddenLayer layer, int unit, ArrayView<float> delta, float weight)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        ArrayView<float> value = layer.Unit(unit);
        float sum = 0f;
        for (int s = first; s < end; s += step)
        {
            float open = delta[s];
            sum += open * value[s];
            value[s] = weight * open;
        }
        return sum;
    }

    /// <summary>1 or 0 without a jump, which no processor could predict here.</summary>
    private static int Indicator(bool condition) => condition ? 1 : 0;

    /// <summary>The whole where the winner is the linear unit of this choice, else 0; free of jumps and of conversions as well.</summary>
    private static float Share(float whole, float winner, float choice) => whole * XMath.Max(0f, 1f - XMath.Abs(winner - choice));

    private static float SumOfShares(HiddenLayer layer, int unit, int choice)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        ArrayView<float> delta = layer.Unit(unit), winner = layer.Winner(unit);
        float sum = 0f;
        for (int s = first; s < end; s += step)
            sum += Share(delta[s], winner[s], choice);
        return sum;
    }

    private static void LinearUnit(HiddenLayer layer, int linearUnit, ArrayView<float> target)
    {
        Rows.Fill(layer.At, target, layer.Bias(linearUnit));
        Rows.AddProducts(layer.At, layer.Input, layer.InputRow, layer.Inputs, layer.Weights(linearUnit), 1f, target);
    }

    private static void Maximum(HiddenLayer layer, int unit)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        int window = layer.Window;
        ArrayView<float> value = layer.Unit(unit);
        ArrayView<float> candidate = layer.Work();
        LinearUnit(layer, unit * window, value);
        for (int i = 1; i < window; i++)
        {
            LinearUnit(layer, unit * window + i, candidate);
            for (int s = first; s < end; s += step)
                value[s] = XMath.Max(value[s], candidate[s]);
        }
    }

    private static void Winner(HiddenLayer layer, int unit)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        int window = layer.Window;
        ArrayView<float> value = layer.Unit(unit);
        ArrayView<float> winner = layer.Winner(unit);
        ArrayView<float> candidate = layer.Work();
        LinearUnit(layer, unit * window, value);
        Rows.Fill(layer.At, winner, 0f);
        for (int i = 1; i < window; i++)
        {
            LinearUnit(layer, unit * window + i, candidate);
            for (int s = first; s < end; s += step)
            {
                winner[s] += Indicator(candidate[s] > value[s]) * (i - winner[s]);
                value[s] = XMath.Max(value[s], candidate[s]);
            }
        }
    }

    private static void MaximumOfFour(HiddenLayer layer, int unit)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        int seed = layer.At.Seed, tile = layer.At.Tile;
        ParameterView weights = layer.Weights(unit * Block);
        float w0 = weights.At(seed, tile, 0), w1 = weights.At(seed, tile, 1), w2 = weights.At(seed, tile, 2), w3 = weights.At(seed, tile, 3);
        float b0 = layer.Bias(unit * Block), b1 = layer.Bias(unit * Block + 1);
        float b2 = layer.Bias(unit * Block + 2), b3 = layer.Bias(unit * Block + 3);
        ArrayView<float> input = layer.Input.Row(seed, layer.InputRow);
        ArrayView<float> value = layer.Unit(unit);
        for (int s = first; s < end; s += step)
        {
            float x = input[s];
            value[s] = XMath.Max(XMath.Max(b0 + w0 * x, b1 + w1 * x), XMath.Max(b2 + w2 * x, b3 + w3 * x));
        }
    }

    private static void WinnerOfFour(HiddenLayer layer, int unit)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        int seed = layer.At.Seed, tile = layer.At.Tile;
        ParameterView weights = layer.Weights(unit * Block);
        float w0 = weights.At(seed, tile, 0), w1 = weights.At(seed, tile, 1), w2 = weights.At(seed, tile, 2), w3 = weights.At(seed, tile, 3);
        float b0 = layer.Bias(unit * Block), b1 = layer.Bias(unit * Block + 1);
        float b2 = layer.Bias(unit * Block + 2), b3 = layer.Bias(unit * Block + 3);
        ArrayView<float> input = layer.Input.Row(seed, layer.InputRow);
        ArrayView<float> value = layer.Unit(unit);
        ArrayView<float> winner = layer.Winner(unit);
        for (int s = first; s < end; s += step)
        {
            float x = input[s];
            float v0 = b0 + w0 * x, v1 = b1 + w1 * x, v2 = b2 + w2 * x, v3 = b3 + w3 * x;
            float low = XMath.Max(v0, v1), high = XMath.Max(v2, v3);
            int winnerOfLow = Indicator(v1 > v0), winnerOfHigh = 2 + Indicator(v3 > v2);
            value[s] = XMath.Max(low, high);
            winner[s] = winnerOfLow + Indicator(high > low) * (winnerOfHigh - winnerOfLow);
        }
    }

    private static void BackwardOfOne(
        HiddenLayer layer, int unit, int choice, int input, ArrayView<float> values, ArrayView<float> valueGradients, ParameterView gradient, ParameterView biasGradients)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        int seed = layer.At.Seed, tile = layer.At.Tile, linearUnit = unit * layer.Window + choice;
        float weight = layer.Weights(linearUnit).At(seed, tile, input);
        float weightGradient = 0f, biasSum = 0f;
        ArrayView<float> delta = layer.Unit(unit);
        ArrayView<float> winner = layer.Winner(unit);
        for (int s = first; s < end; s += step)
        {
            float share = Share(delta[s], winner[s], choice);
            weightGradient += share * values[s];
            biasSum += share;
            valueGradients[s] += weight * share;
        }
        gradient.At(seed, tile, layer.WeightIndex(linearUnit) + input) = weightGradient;
        if (input == 0)
            biasGradients.At(seed, tile, linearUnit) = biasSum;
    }

    private static void BackwardOfFour(
        HiddenLayer layer, int unit, int choice, int input, ArrayView<float> values, ArrayView<float> valueGradients, ParameterView gradient, ParameterView biasGradient)
    {
        int first = layer.At.Tiles.First(layer.At.Tile), end = layer.At.Tiles.End(layer.At.Tile), step = layer.At.Tiles.Step;
        int seed = layer.At.Seed, tile = layer.At.Tile, linearUnit = unit * layer.Window + choice;
        ParameterView weights = layer.Weights(linearUnit).Skip(input);
        int inputs = layer.Inputs;
        float w0 = weights.At(seed, tile, 0), w1 = weights.At(seed, tile, inputs);
        float w2 = weights.At(seed, tile, 2 * inputs), w3 = weights.At(seed, tile, 3 * inputs);
        float g0 = 0f, g1 = 0f, g2 = 0f, g3 = 0f, b0 = 0f, b1 = 0f, b2 = 0f, b3 = 0f;
        ArrayView<float> delta = layer.Unit(unit);
        ArrayView<float> winner = layer.Winner(unit);
        for (int s = first; s < end; s += step)
        {
            float x = values[s], whole = delta[s], chosen = winner[s] - choice;
            float share0 = Share(whole, chosen, 0f), share1 = Share(whole, chosen, 1f);
            float share2 = Share(whole, chosen, 2f), share3 = Share(whole, chosen, 3f);
            g0 += share0 * x;
            g1 += share1 * x;
            g2 += share2 * x;
            g3 += share3 * x;
            b0 += share0;
            b1 += share1;
            b2 += share2;
            b3 += share3;
            valueGradients[s] += w0 * share0 + w1 * share1 + (w2 * share2 + w3 * share3);
        }
        ParameterView target = gradient.Skip(layer.WeightIndex(linearUnit) + input);
        target.At(seed, tile, 0) = g0;
        target.At(seed, tile, inputs) = g1;
        target.At(seed, tile, 2 * inputs) = g2;
        target.At(seed, tile, 3 * inputs) = g3;
        if (input == 0)
            AssignBiases(layer, linearUnit, biasGradient, b0, b1, b2, b3);
    }

    private static void AssignBiases(HiddenLayer layer, int linearUnit, ParameterView biasGradient, float b0, float b1, float b2, float b3)
    {
        ParameterView target = biasGradient.Skip(linearUnit);
        target.At(layer.At.Seed, layer.At.Tile, 0) = b0;
        target.At(layer.At.Seed, layer.At.Tile, 1) = b1;
        target.At(layer.At.Seed, layer.At.Tile, 2) = b2;
        target.At(layer.At.Seed, layer.At.Tile, 3) = b3;
    }
}
