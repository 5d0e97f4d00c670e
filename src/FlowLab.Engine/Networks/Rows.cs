using FlowLab.Kernels;
using FlowLab.Networks;
using ILGPU;

namespace FlowLab.Engine.Networks;

/// <summary>Operations on rows of samples, usable in kernels: features outside, the samples of the tile innermost.</summary>
public static class Rows
{
    public static void Fill(ConditionerTile at, ArrayView<float> target, float value)
    {
        int first = at.Tiles.First(at.Tile), end = at.Tiles.End(at.Tile), step = at.Tiles.Step;
        for (int s = first; s < end; s += step)
            target[s] = value;
    }

    public static void AddConstant(ConditionerTile at, ArrayView<float> target, float value)
    {
        int first = at.Tiles.First(at.Tile), end = at.Tiles.End(at.Tile), step = at.Tiles.Step;
        for (int s = first; s < end; s += step)
            target[s] += value;
    }

    public static float Sum(ConditionerTile at, ArrayView<float> source)
    {
        int first = at.Tiles.First(at.Tile), end = at.Tiles.End(at.Tile), step = at.Tiles.Step;
        float sum = 0f;
        for (int s = first; s < end; s += step)
            sum += source[s];
        return sum;
    }

    /// <summary>target += scale sum_i weight_i source_i over <paramref name="count"/> rows, four rows per sweep.</summary>
    public static void AddProducts(
        ConditionerTile at, SampleView source, int row, int count, ParameterView weights, float scale, ArrayView<float> target)
    {
        int i = 0;
        for (; i + 4 <= count; i += 4)
            AddFour(at, source, row + i, weights.Skip(i), scale, target);
        for (; i < count; i++)
            AddOne(at, source.Row(at.Seed, row + i), scale * weights.At(at.Seed, at.Tile, i), target);
    }

    /// <summary>target = weight delta; returns sum delta values.</summary>
    public static float FirstWeightBackward(
        ConditionerTile at, ArrayView<float> delta, ArrayView<float> values, ArrayView<float> target, float weight)
    {
        int first = at.Tiles.First(at.Tile), end = at.Tiles.End(at.Tile), step = at.Tiles.Step;
        float sum = 0f;
        for (int s = first; s < end; s += step)
        {
            sum += delta[s] * values[s];
            target[s] = weight * delta[s];
        }
        return sum;
    }

    /// <summary>target += weight delta; returns sum delta values.</summary>
    public static float WeightBackward(
        ConditionerTile at, ArrayView<float> delta, ArrayView<float> values, ArrayView<float> target, float weight)
    {
        int first = at.Tiles.First(at.Tile), end = at.Tiles.End(at.Tile), step = at.Tiles.Step;
        float sum = 0f;
        for (int s = first; s < end; s += step)
        {
            sum += delta[s] * values[s];
            target[s] += weight * delta[s];
        }
        return sum;
    }

    private static void AddOne(ConditionerTile at, ArrayView<float> source, float weight, ArrayView<float> target)
    {
        int first = at.Tiles.First(at.Tile), end = at.Tiles.End(at.Tile), step = at.Tiles.Step;
        for (int s = first; s < end; s += step)
            target[s] += weight * source[s];
    }

    private static void AddFour(ConditionerTile at, SampleView source, int row, ParameterView weights, float scale, ArrayView<float> target)
    {
        int first = at.Tiles.First(at.Tile), end = at.Tiles.End(at.Tile), step = at.Tiles.Step;
        float w0 = scale * weights.At(at.Seed, at.Tile, 0), w1 = scale * weights.At(at.Seed, at.Tile, 1);
        float w2 = scale * weights.At(at.Seed, at.Tile, 2), w3 = scale * weights.At(at.Seed, at.Tile, 3);
        ArrayView<float> x0 = source.Row(at.Seed, row), x1 = source.Row(at.Seed, row + 1);
        ArrayView<float> x2 = source.Row(at.Seed, row + 2), x3 = source.Row(at.Seed, row + 3);
        for (int s = first; s < end; s += step)
            target[s] += w0 * x0[s] + w1 * x1[s] + (w2 * x2[s] + w3 * x3[s]);
    }
}
