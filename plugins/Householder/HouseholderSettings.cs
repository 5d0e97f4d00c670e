using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Plugins.Householder;

/// <summary>Settings of a Householder flow.</summary>
public sealed class HouseholderSettings
{
    [Description("Number of reflections, K; with D of them every rotation or reflection can be reached."), Unit("layers"), Range(1, 1024)]
    public int Length { get; init; } = 8;
}
