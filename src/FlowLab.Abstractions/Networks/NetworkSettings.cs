using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Networks;

/// <summary>Deterministic layers between two stochastic layers; the defaults are the paper's (section 6.2).</summary>
public sealed class NetworkSettings
{
    [Description("Hidden units per hidden layer, after the maximum if the activation is maxout."), Unit("units"), Range(1, 65_536)]
    public int Hidden { get; init; } = 400;

    [Description("Number of hidden layers; with 0 the network is one linear map."), Unit("layers"), Range(0, 16)]
    public int Depth { get; init; } = 2;

    [Description("Nonlinearity of the hidden layers.")]
    public Activation Activation { get; init; } = Activation.Maxout;

    [Description("Linear units per maximum; used by maxout only."), Unit("linear units"), Range(2, 16)]
    public int Window { get; init; } = 4;
}
