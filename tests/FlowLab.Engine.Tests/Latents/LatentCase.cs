using FlowLab.Data;
using FlowLab.Engine.Cells;
using FlowLab.Engine.Latents;
using FlowLab.Flows;
using FlowLab.Networks;
using FlowLab.Random;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>A small latent model with data and objective.</summary>
internal sealed record LatentCase
{
    public int[] Widths { get; init; } = [3];

    public PosteriorKind Posterior { get; init; } = PosteriorKind.Diagonal;

    public LikelihoodKind Likelihood { get; init; } = LikelihoodKind.Bernoulli;

    public NetworkSettings Network { get; init; } = new() { Hidden = 4, Depth = 1, Activation = Activation.Tanh };

    public FlowPart[] Flows { get; init; } = [];

    public FlowOutputSettings FlowOutputs { get; init; } = new();

    public ClipSettings Clip { get; init; } = new();

    public int[] Seeds { get; init; } = [3];

    /// <summary>Numbers of a data point.</summary>
    public int PointDimension { get; init; } = 4;

    /// <summary>Data points of an update.</summary>
    public int Batch { get; init; } = 5;

    /// <summary>Draws of z per data point.</summary>
    public int Samples { get; init; } = 1;

    public AnnealedTerm Term { get; init; } = AnnealedTerm.Joint;

    /// <summary>beta at the first update.</summary>
    public double Beta { get; init; } = 0.37;

    /// <summary>Updates in which beta grows by 1.</summary>
    public int AnnealingUpdates { get; init; } = 1_000_000_000;

    /// <summary>[N][D]: the dataset; drawn as the likelihood wants it unless the test gives it.</summary>
    public double[][]? Points { get; init; }

    public int Dimension => Widths.Sum();

    public LatentSettings Settings => new()
    {
        Latents = Widths,
        Posterior = Posterior,
        Encoder = Network,
        Decoder = Network,
        Likelihood = new LikelihoodSettings { Type = Likelihood },
        FlowOutputs = FlowOutputs,
    };

    /// <summary>The scale of <see cref="FlowOutputs"/>.</summary>
    public double Scale => FlowOutputs.Scale ?? Math.Min(1, 4.0 / AmortisedLayers);

    public PointValues Values => Likelihood switch
    {
        LikelihoodKind.Bernoulli => PointValues.Binary,
        LikelihoodKind.LogitNormal => PointValues.Intensities,
        _ => PointValues.Real,
    };

    /// <summary>The dataset, in numbers that are float32.</summary>
    public double[][] Data => Points ?? DrawPoints(Batch + 2);

    public override string ToString()
    {
        string network = Network.Depth == 0 ? "linear" : $"{Network.Activation}{(Network.Activation == Activation.Maxout ? Network.Window : "")} x {Network.Depth}";
        return $"z [{string.Join(' ', Widths)}], {Posterior}, {string.Join(" + ", (object[])Flows)}, {Likelihood}, {network}, " +
            $"{Seeds.Length} seeds, {Batch} x {Samples}, {Term} {Text(Beta)}, outputs {Text(Scale)} {Text(FlowOutputs.Bound)}";
    }

    /// <summary>Layers whose parameters are outputs of the inference network.</summary>
    private int AmortisedLayers => Flows.Where(flow => flow.Scope == ParameterScope.Amortised || flow.IsConditioned).Sum(flow => flow.Length);

    private static string Text(double value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private double[][] DrawPoints(int count)
    {
        RandomStream random = new(1, RandomPurpose.TrainingData);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, PointDimension).Select(_ => (double)Number(random)).ToArray())];
    }

    private float Number(RandomStream random) => Likelihood switch
    {
        LikelihoodKind.Bernoulli => random.NextInteger(2),
        LikelihoodKind.LogitNormal => random.NextInteger(256) / 255f,
        _ => (float)random.NextNormal(),
    };
}
