using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>Settings that the generated flows share.</summary>
public sealed class LayerSettings
{
    [Description("Number of layers, K."), Unit("layers"), Range(1, 1024)]
    public int Length { get; init; } = 8;
}
