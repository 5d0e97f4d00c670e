using System.ComponentModel;

namespace FlowLab.Host.Manifests;

/// <summary>What a manifest says about itself.</summary>
public sealed class ExperimentSettings
{
    [Description("Name of the experiment; the run folder is called after it.")]
    public required string Name { get; init; }

    [Description("What the experiment is for.")]
    public string Description { get; init; } = "";
}
