using FlowLab.Engine.Training;

namespace FlowLab.Host.Runs;

/// <summary>Puts the states of two sessions that differ in their seeds alone into one: what a seed computes does not depend on its neighbors.</summary>
internal static class SeedMerge
{
    /// <summary>The state of a session with <paramref name="seeds"/>, each of which is in one of the two.</summary>
    public static TrainingState Of(IReadOnlyList<int> seeds, TrainingState first, TrainingState second)
    {
        (TrainingState State, int Position)[] places = [.. seeds.Select(seed => Find(seed, first, second))];
        int parameters = Math.Max(PerSeed(first.Parameters, first), PerSeed(second.Parameters, second));
        int buffers = parameters == 0 ? 0 : PerSeed(first.OptimizerState, first) / parameters;
        return new TrainingState(
            first.Update, [.. seeds], [.. places.Select(place => place.State.Status[place.Position])],
            [.. places.SelectMany(place => Part(place.State.Parameters, place.Position * parameters, parameters))],
            [.. Enumerable.Range(0, buffers).SelectMany(buffer => places.SelectMany(place =>
                Part(place.State.OptimizerState, (buffer * place.State.Seeds.Length + place.Position) * parameters, parameters)))],
            [.. places.Select(place => place.State.NormMeans[place.Position])]);
    }

    private static (TrainingState State, int Position) Find(int seed, TrainingState first, TrainingState second) =>
        Array.IndexOf(first.Seeds, seed) is var position and >= 0 ? (first, position) : (second, Array.IndexOf(second.Seeds, seed));

    private static int PerSeed(float[] values, TrainingState state) => values.Length / state.Seeds.Length;

    private static ArraySegment<float> Part(float[] values, int first, int count) => new(values, first, count);
}
