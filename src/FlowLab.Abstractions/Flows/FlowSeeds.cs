using FlowLab.Random;

namespace FlowLab.Flows;

/// <summary>The seeds that a flow is initialised for, and the random streams that belong to it alone.</summary>
/// <param name="Seeds">The seeds in the order of the seeds axis, [R].</param>
/// <param name="Segment">The position of the flow in its chain: two equal flows in one chain start differently.</param>
public sealed record FlowSeeds(IReadOnlyList<int> Seeds, int Segment)
{
    /// <summary>The stream of the seed at <paramref name="position"/> on the seeds axis.</summary>
    public RandomStream Stream(int position, RandomPurpose purpose) => new(Seeds[position], purpose, Segment);
}
