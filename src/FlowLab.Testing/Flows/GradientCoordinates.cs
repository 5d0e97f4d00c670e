using FlowLab.Flows;
using FlowLab.Random;

namespace FlowLab.Testing.Flows;

/// <summary>What gradients are compared by: everything in small shapes, a part of every block in large ones.</summary>
internal static class GradientCoordinates
{
    private const int MostInSmallShapes = 512;
    private const int MostInLargeShapes = 64;

    /// <summary>The coordinates of a case, the same whenever it is asked.</summary>
    public static IReadOnlyList<Coordinate> Of(FlowTrial trial)
    {
        int most = trial.Situation.Dimension * trial.Flow.Length <= 4 ? MostInSmallShapes : MostInLargeShapes;
        var random = new RandomStream(1, RandomPurpose.Splitting);
        var coordinates = new List<Coordinate>();
        coordinates.AddRange(Choose(0, trial.Dimension, most, random).Select(index => new Coordinate(CoordinateKind.State, index)));
        coordinates.AddRange(OfParameters(trial, most, random).Select(index => new Coordinate(CoordinateKind.Parameter, index)));
        coordinates.AddRange(Choose(0, trial.Flow.ContextLength, most, random).Select(index => new Coordinate(CoordinateKind.Context, index)));
        return coordinates;
    }

    private static IEnumerable<int> OfParameters(FlowTrial trial, int most, RandomStream random)
    {
        if (trial.Flow.ParameterCount <= most)
            return Enumerable.Range(0, trial.Flow.ParameterCount);
        IReadOnlyList<ParameterBlock> blocks = trial.Flow.Blocks;
        int perBlock = Math.Max(2, most / Math.Max(1, blocks.Count));
        int[] candidates = [.. blocks.SelectMany(block => Choose(block.Offset, block.Length, perBlock, random))];
        return candidates.Length <= most ? candidates : [.. Enumerable.Range(0, most).Select(i => candidates[(long)i * candidates.Length / most])];
    }

    /// <summary>The first, the last and some between.</summary>
    private static IEnumerable<int> Choose(int first, int length, int most, RandomStream random)
    {
        if (length <= most)
            return Enumerable.Range(first, length);
        int[] order = random.NextPermutation(length);
        return order.Take(most - 2).Append(0).Append(length - 1).Distinct().Order().Select(index => first + index).ToArray();
    }
}
