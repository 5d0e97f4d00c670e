using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Layers;
using FlowLab.Networks;
using FlowLab.Plugins;

namespace FlowLab.Plugins.Spline;

/// <summary>Settings of a flow of autoregressive splines.</summary>
public sealed class SplineAutoregressiveSettings
{
    [Description("Number of layers, K."), Unit("layers"), Range(1, 1024)]
    public int Length { get; init; } = 4;

    [Description("Bins M of a spline, between -bound and bound."), Unit("bins"), Range(2, 64)]
    public int Bins { get; init; } = 8;

    [Description("Where splines end: outside of -bound to bound they are the identity."), Range(0.1, 1000.0)]
    public double Bound { get; init; } = 5;

    [Description("What the networks read: the layer's input (iaf; drawing is parallel over components), or its output (maf; the density of given points is).")]
    public AutoregressiveForm Form { get; init; } = AutoregressiveForm.Iaf;

    [Description("The order in which components depend on each other: that of z, or one drawn for every seed and pair of layers; odd layers have it backwards.")]
    public ComponentOrdering Order { get; init; } = ComponentOrdering.Natural;

    [Description("Whether the networks depend on the data point: the inference network gives the biases of their first hidden layer. In latent models only.")]
    public bool Conditioned { get; init; }

    [Description("The masked network of each layer, with 3 M - 1 outputs per component.")]
    public ConditionerSettings Network { get; init; } = new() { Activation = Activation.Tanh };

    internal NetworkFlowOptions ToOptions() => new(Length, Network, Order == ComponentOrdering.Random, Conditioned);

    internal SplineMap ToMap() => new(Bins, (float)Bound, (float)(1 / Math.Sqrt(Network.Hidden)));
}
