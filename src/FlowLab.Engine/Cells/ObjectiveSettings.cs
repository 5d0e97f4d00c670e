using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Engine.Cells;

/// <summary>What training minimises, and how the target is phased in.</summary>
public sealed class ObjectiveSettings
{
    [Description("What training minimises.")]
    public ObjectiveKind Type { get; init; } = ObjectiveKind.FreeEnergy;

    [Description("Annealing of a term of the free energy: beta_t = min(1, start + t / updates); every reported figure is at beta = 1.")]
    public AnnealingSettings Annealing { get; init; } = new();

    [Description("Draws of z per data point and update, in latent models."), Unit("samples"), Range(1, 10_000)]
    public int Samples { get; init; } = 1;
}
