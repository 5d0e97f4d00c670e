using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Data;
using FlowLab.Plugins;

namespace FlowLab.Engine.Evaluation;

/// <summary>How a trained cell is measured.</summary>
public sealed class EvaluationSettings
{
    [Description("Latent models: draws of z per data point for the bound and for the importance-sampled -ln p(x)."), Unit("samples"), Range(1, 10_000_000)]
    public int ImportanceSamples { get; init; } = 200;

    [Description("Latent models: how many of the part's points are measured, from its first; 0: all."), Unit("points"), Range(0, 100_000_000)]
    public int Points { get; init; }

    [Description("Latent models: the part of the dataset that is measured.")]
    public DataSubset Subset { get; init; } = DataSubset.Test;

    [Description("Fresh samples per seed for the free energy, the effective sample size and held-out likelihoods."), Unit("samples"), Range(100, 100_000_000)]
    public int Samples { get; init; } = 20_000;

    [Description("Cells per axis of the grid on which KL(q || p) is integrated; 0 takes the target's own resolution."), Unit("cells"), Range(0, 4096)]
    public int GridResolution { get; init; }

    [Description("Cells per axis of density pictures; 0 takes the target's own resolution."), Unit("cells"), Range(0, 2048)]
    public int FigureResolution { get; init; }

    [Description("Two-dimensional energies: draws of q and exact draws of p between which the energy distance is taken; 0: it is not measured."), Unit("samples"), Range(0, 100_000)]
    public int DistanceSamples { get; init; }
}
