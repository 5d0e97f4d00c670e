using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Plugins.Planar;

/// <summary>Settings of a planar flow.</summary>
public sealed class PlanarSettings
{
    [Description("Number of layers, K."), Unit("layers"), Range(1, 1024)]
    public int Length { get; init; } = 8;

    [Description("Factor on the initial shifts u_hat: 0 starts at the identity, 1 is the usual start for training, more makes untrained layers easy to see.")]
    [Unit("times"), Range(0.0, 100.0)]
    public double InitialScale { get; init; } = 1;
}
