using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Engine.Cells;

/// <summary>
/// The factor on a part of the free energy, beta_t = min(1, start + t / updates) for update t = 0, 1, ...; the paper's equation (20) is
/// start = 0.01 and updates = 10000.
/// </summary>
public sealed class AnnealingSettings
{
    [Description("What beta multiplies: joint for the whole of ln p(x, z), as the paper's equation (20); kl for ln q(z) - ln p(z), in latent models.")]
    public AnnealedTerm Term { get; init; } = AnnealedTerm.Joint;

    [Description("beta at the first update; 1 switches annealing off."), Range(0.0, 1.0)]
    public double Start { get; init; } = 1;

    [Description("Updates in which beta grows by 1."), Unit("updates"), Range(1, 1_000_000_000)]
    public int Updates { get; init; } = 10_000;

    /// <summary>beta_t at update <paramref name="update"/>, counted from 0.</summary>
    public double Beta(long update) => Math.Min(1, Start + (double)update / Updates);
}
