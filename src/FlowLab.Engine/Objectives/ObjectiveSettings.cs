using System.ComponentModel;

namespace FlowLab.Engine.Objectives;

/// <summary>What training minimises, and how the target is phased in.</summary>
public sealed class ObjectiveSettings
{
    [Description("What training minimises.")]
    public ObjectiveKind Type { get; init; } = ObjectiveKind.FreeEnergy;

    [Description("Annealing of the energy term: beta_t = min(1, start + t / updates). Free energy only; every reported figure is at beta = 1.")]
    public AnnealingSettings Annealing { get; init; } = new();
}
