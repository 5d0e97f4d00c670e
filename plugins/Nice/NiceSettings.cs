using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Networks;
using FlowLab.Plugins;

namespace FlowLab.Plugins.Nice;

/// <summary>Settings of a NICE flow.</summary>
public sealed class NiceSettings
{
    [Description("Number of layers, K."), Unit("layers"), Range(1, 1024)]
    public int Length { get; init; } = 8;

    [Description("The fixed random map in front of each coupling: a permutation or an orthogonal matrix.")]
    public NiceMixing Mixing { get; init; } = NiceMixing.Perm;

    [Description("Whether the networks depend on the data point: the inference network gives the biases of their first hidden layer. In latent models only.")]
    public bool Conditioned { get; init; }

    [Description("The network of each coupling.")]
    public ConditionerSettings Network { get; init; } = new();
}
