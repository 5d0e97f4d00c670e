using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Layers;
using FlowLab.Networks;
using FlowLab.Plugins;

namespace FlowLab.Plugins.Autoregressive;

/// <summary>Settings of an autoregressive flow.</summary>
public sealed class AutoregressiveSettings
{
    [Description("Number of layers, K."), Unit("layers"), Range(1, 1024)]
    public int Length { get; init; } = 8;

    [Description("What the networks read: the layer's input (iaf; drawing is parallel over components), or its output (maf; the density of given points is).")]
    public AutoregressiveForm Form { get; init; } = AutoregressiveForm.Iaf;

    [Description("The order in which components depend on each other: that of z, or one drawn for every seed and pair of layers; odd layers have it backwards.")]
    public ComponentOrdering Order { get; init; } = ComponentOrdering.Natural;

    [Description("Bound alpha of the log-scales: s = alpha tanh(raw / alpha), so that a layer stretches by e^alpha at most."), Unit("nats"), Range(0.01, 10.0)]
    public double ScaleBound { get; init; } = 1;

    [Description("Whether the networks depend on the data point: the inference network gives the biases of their first hidden layer. In latent models only.")]
    public bool Conditioned { get; init; }

    [Description("The masked network of each layer, with two outputs per component.")]
    public ConditionerSettings Network { get; init; } = new() { Activation = Activation.Tanh };

    internal NetworkFlowOptions ToOptions() => new(Length, Network, Order == ComponentOrdering.Random, Conditioned);
}
