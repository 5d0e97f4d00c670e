using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Layers;
using FlowLab.Networks;
using FlowLab.Plugins;

namespace FlowLab.Plugins.RealNvp;

/// <summary>Settings of a real NVP flow.</summary>
public sealed class RealNvpSettings
{
    [Description("Number of layers, K."), Unit("layers"), Range(1, 1024)]
    public int Length { get; init; } = 8;

    [Description("Which components a pair of layers keeps first and moves second: the halves of z, or random halves.")]
    public RealNvpMask Mask { get; init; } = RealNvpMask.Random;

    [Description("Bound alpha of the log-scales: s = alpha tanh(raw / alpha), so that a layer stretches by e^alpha at most."), Unit("nats"), Range(0.01, 10.0)]
    public double ScaleBound { get; init; } = 1;

    [Description("Whether the networks depend on the data point: the inference network gives the biases of their first hidden layer. In latent models only.")]
    public bool Conditioned { get; init; }

    [Description("The network of each coupling, with two outputs per moved component.")]
    public ConditionerSettings Network { get; init; } = new() { Activation = Activation.Tanh };

    internal NetworkFlowOptions ToOptions() => new(Length, Network, Mask == RealNvpMask.Random, Conditioned);
}
