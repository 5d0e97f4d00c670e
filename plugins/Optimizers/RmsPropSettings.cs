using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowLab.Plugins.Optimizers;

/// <summary>Settings of <see cref="RmsProp"/>.</summary>
public sealed class RmsPropSettings
{
    [Description("Weight of the previous step."), Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double Momentum { get; init; } = 0.9;

    [Description("Weight of the previous mean of squared gradients."), Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double Decay { get; init; } = 0.99;

    [Description("Added to the root of the mean of squares."), Range(1e-30, 1.0)]
    public double Epsilon { get; init; } = 1e-8;

    [Description("Whether the mean of squares is corrected for its start at zero, as Adam does: the first steps are then as long as later ones, and not 1 / sqrt(1 - decay) times as long.")]
    public bool BiasCorrection { get; init; }
}
