using FlowLab.Engine.Latents;
using FlowLab.Flows;
using FlowLab.Networks;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>Cases with everything in them, for tests of what must not change anything.</summary>
internal static class LatentCases
{
    /// <summary>Two stochastic layers, a chain of three kinds, maxout, two draws per point.</summary>
    public static LatentCase Mixed => new()
    {
        Widths = [3, 2], Posterior = PosteriorKind.RankOne, Samples = 2, Batch = 12, PointDimension = 6, Seeds = [3, 7, 11],
        Network = new NetworkSettings { Hidden = 8, Depth = 2, Activation = Activation.Maxout, Window = 2 },
        Flows = [new("planar", 2, ParameterScope.Amortised), new("nice-orth", 2, ParameterScope.Global), new("radial", 1, ParameterScope.Amortised)],
        Points = Binary(130, 6), Beta = 0.01, AnnealingUpdates = 20,
        Clip = new() { Factor = 1.1 }, FlowOutputs = new() { Scale = 0.5, Bound = 2 },
    };

    public static double[][] Binary(int count, int dimension) =>
        [.. Enumerable.Range(0, count).Select(n => Enumerable.Range(0, dimension).Select(i => (double)((n * 31 + i * i * 7 + n * i) % 5 / 3)).ToArray())];
}
