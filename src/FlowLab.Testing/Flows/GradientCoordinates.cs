using FlowLab.Flows;
using FlowLab.Random;

namespace FlowLab.Testing.Flows;

/// <summary>
/// What gradients are compared by: everything in small shapes, a part of every block in large ones. In wide shapes it is a smaller part, and a direction that has all
/// numbers of a block: a fraction f of wrong entries turns up in it with sqrt(f) of their size, wherever they are.
/// </summary>
internal static class GradientCoordinates
{
    private const int MostInSmallShapes = 512;
    private const int MostInLargeShapes = 64;
    private const int MostInWideShapes = 16;

    /// <summary>The coordinates of a case, those of z first, the same whenever it is asked.</summary>
    public static IReadOnlyList<Coordinate> Of(FlowTrial trial)
    {
        int most = trial.IsWide ? MostInWideShapes : trial.Situation.Dimension * trial.Flow.Length <= 4 ? MostInSmallShapes : MostInLargeShapes;
        var random = new RandomStream(1, RandomPurpose.Splitting);
        var coordinates = new List<Coordinate>();
        coordinates.AddRange(Choose(0, trial.Dimension, most, random).Select(index => new Coordinate(CoordinateKind.State, index)));
        if (trial.IsWide)
            coordinates.Add(new Coordinate(CoordinateKind.State, 0) { Count = trial.Dimension });
        coordinates.AddRange(OfParameters(trial, most, random).Select(index => new Coordinate(CoordinateKind.Parameter, index)));
        if (trial.IsWide)
            coordinates.AddRange(trial.Flow.Blocks.Where(block => block.Length > 1).Select(block => new Coordinate(CoordinateKind.Parameter, block.Offset) { Count = block.Length }));
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
        return candidates.Length <= most || trial.IsWide ? candidates : [.. Enumerable.Range(0, most).Select(i => candidates[(long)i * candidates.Length / most])];
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
