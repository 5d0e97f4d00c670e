using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowLab.Plugins.Optimizers;

/// <summary>Settings of <see cref="Sgd"/>.</summary>
public sealed class SgdSettings
{
    [Description("Weight of the previous step; 0 is plain gradient descent."), Range(0.0, 1.0, MaximumIsExclusive = true)]
    public double Momentum { get; init; }

    [Description("Nesterov's form of the momentum: looks one step ahead. Without effect if the momentum is 0.")]
    public bool Nesterov { get; init; }
}
