using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Networks;

/// <summary>The network that turns one part of z into the shift of the other part in a coupling layer.</summary>
public sealed class ConditionerSettings
{
    [Description("Hidden units per hidden layer, after the maximum if the activation is maxout."), Unit("units"), Range(1, 4096)]
    public int Hidden { get; init; } = 32;

    [Description("Number of hidden layers."), Unit("layers"), Range(1, 8)]
    public int Depth { get; init; } = 1;

    [Description("Nonlinearity of the hidden layers.")]
    public Activation Activation { get; init; } = Activation.Maxout;

    [Description("Linear units per maximum; used by maxout only."), Unit("linear units"), Range(2, 16)]
    public int Window { get; init; } = 4;
}
