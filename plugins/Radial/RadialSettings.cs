using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Plugins.Radial;

/// <summary>Settings of a radial flow.</summary>
public sealed class RadialSettings
{
    [Description("Number of layers, K."), Unit("layers"), Range(1, 1024)]
    public int Length { get; init; } = 8;

    [Description("Range of ln of the initial stretch at the reference points: 0 starts at the identity, more makes untrained layers easy to see.")]
    [Unit("nats"), Range(0.0, 20.0)]
    public double InitialScale { get; init; } = 0.5;
}
