using FlowLab.Flows;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Manifests;

/// <summary>A component that a manifest names, with its settings bound.</summary>
/// <param name="Component">The component.</param>
/// <param name="Settings">An instance of its settings type; null if it takes none.</param>
public sealed record ComponentSelection(PluginComponent Component, object? Settings)
{
    /// <summary>Of a flow in a latent model: whose its parameters are; null: as the flow itself says.</summary>
    public ParameterScope? Scope { get; init; }

    /// <summary>Of a dataset: whether the flow sees its numbers with mean 0 and deviation 1.</summary>
    public bool Standardizes { get; init; }
}
