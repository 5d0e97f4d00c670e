using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Layers;
using FlowLab.Networks;
using FlowLab.Plugins;

namespace FlowLab.Plugins.Spline;

/// <summary>Settings of a flow of spline couplings.</summary>
public sealed class SplineCouplingSettings
{
    [Description("Number of layers, K."), Unit("layers"), Range(1, 1024)]
    public int Length { get; init; } = 4;

    [Description("Bins M of a spline, between -bound and bound."), Unit("bins"), Range(2, 64)]
    public int Bins { get; init; } = 8;

    [Description("Where splines end: outside of -bound to bound they are the identity."), Range(0.1, 1000.0)]
    public double Bound { get; init; } = 5;

    [Description("The parts of z: its halves, or random halves drawn for every seed and pair of layers.")]
    public ComponentOrdering Order { get; init; } = ComponentOrdering.Random;

    [Description("Whether the networks depend on the data point: the inference network gives the biases of their first hidden layer. In latent models only.")]
    public bool Conditioned { get; init; }

    [Description("The network of each coupling, with 3 M - 1 outputs per moved component.")]
    public ConditionerSettings Network { get; init; } = new() { Activation = Activation.Tanh };

    internal NetworkFlowOptions ToOptions() => new(Length, Network, Order == ComponentOrdering.Random, Conditioned);

    internal SplineMap ToMap() => new(Bins, (float)Bound, (float)(1 / Math.Sqrt(Network.Hidden)));
}
