using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace MyOptimizer;

/// <summary>What a manifest can say of the optimizer beside its type, its learning rate and its schedule.</summary>
public sealed class MyOptimizerSettings
{
    [Description("Share of the velocity that stays from update to update."), Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double Momentum { get; init; } = 0.9;
}
