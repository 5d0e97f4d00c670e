using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Layers;
using FlowLab.Networks;
using FlowLab.Plugins;

namespace FlowLab.Plugins.Glow;

/// <summary>Settings of a Glow flow.</summary>
public sealed class GlowSettings
{
    [Description("Number of steps of flow, K: actnorm, linear map and coupling each."), Unit("layers"), Range(1, 1024)]
    public int Length { get; init; } = 8;

    [Description("Bound alpha of all log-scales: of actnorm, of the linear map's diagonal and of the couplings."), Unit("nats"), Range(0.01, 10.0)]
    public double ScaleBound { get; init; } = 1;

    [Description("The permutation of the linear maps: none, or one drawn for every seed and pair of layers. It says which part a coupling moves.")]
    public ComponentOrdering Order { get; init; } = ComponentOrdering.Random;

    [Description("Whether the networks depend on the data point: the inference network gives the biases of their first hidden layer. In latent models only.")]
    public bool Conditioned { get; init; }

    [Description("The network of each coupling, with two outputs per moved component.")]
    public ConditionerSettings Network { get; init; } = new() { Activation = Activation.Tanh };

    internal NetworkFlowOptions ToOptions() => new(Length, Network, Order == ComponentOrdering.Random, Conditioned);
}
