using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Engine.Cells;

/// <summary>
/// Clipping of the gradient of a seed by its Euclidean norm over all parameters (Pascanu, Mikolov and Bengio 2013, algorithm 1), at a multiple
/// of what the norm has been of late: the scale of gradients depends on model, data and annealing, what is unusual does not.
/// </summary>
public sealed class ClipSettings
{
    /// <summary><see cref="Factor"/> in a latent model that does not say.</summary>
    public const double FactorOfModels = 5;

    [Description("Greatest norm of a gradient as a multiple of the running mean of norms; a longer gradient is shortened to it. 0: no limit. Absent: 5 with a model, no limit without.")]
    [Unit("times"), Range(0.0, 1e6)]
    public double? Factor { get; init; }

    [Description("Weight of the previous running mean of norms; what was clipped enters as clipped."), Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double Decay { get; init; } = 0.99;

    [Description("Greatest norm of a gradient. 0: no limit."), Range(0.0, 1e12)]
    public double Norm { get; init; }
}
