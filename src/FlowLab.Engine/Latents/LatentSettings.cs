using System.ComponentModel;
using FlowLab.Networks;

namespace FlowLab.Engine.Latents;

/// <summary>A deep latent Gaussian model with its inference network; the defaults are the paper's MNIST experiment.</summary>
public sealed class LatentSettings
{
    [Description("Widths of the stochastic layers z1, z2, ..., from the data upwards.")]
    public IReadOnlyList<int> Latents { get; init; } = [40];

    [Description("q0(z0|x) that the flow starts from: diagonal, or rank-one for a diagonal plus rank-one precision.")]
    public PosteriorKind Posterior { get; init; } = PosteriorKind.Diagonal;

    [Description("Deterministic layers between x and the parameters of the posterior.")]
    public NetworkSettings Encoder { get; init; } = new();

    [Description("How outputs of the inference network become parameters of amortised flows.")]
    public FlowOutputSettings FlowOutputs { get; init; } = new();

    [Description("Deterministic layers between two stochastic layers, and between z1 and x.")]
    public NetworkSettings Decoder { get; init; } = new();

    [Description("The density p(x|z).")]
    public LikelihoodSettings Likelihood { get; init; } = new();
}
