using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Engine.Objectives;

/// <summary>
/// The factor on the target's energy, beta_t = min(1, start + t / updates) for update t = 0, 1, ...; the paper's equation (20) is
/// start = 0.01 and updates = 10000.
/// </summary>
public sealed class AnnealingSettings
{
    [Description("beta at the first update; 1 switches annealing off."), Range(0.0, 1.0)]
    public double Start { get; init; } = 1;

    [Description("Updates in which beta grows by 1."), Unit("updates"), Range(1, 1_000_000_000)]
    public int Updates { get; init; } = 10_000;

    /// <summary>beta_t at update <paramref name="update"/>, counted from 0.</summary>
    public double Beta(long update) => Math.Min(1, Start + (double)update / Updates);
}
