using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.TestPlugins.BentShears;

/// <summary>What a manifest can say of the flow beside its type.</summary>
public sealed class ShearSettings
{
    [Description("Number of layers, K."), Unit("layers"), Range(1, 1024)]
    public int Length { get; init; } = 16;
}
