using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowLab.Plugins.Optimizers;

/// <summary>Settings of <see cref="AdaGrad"/>.</summary>
public sealed class AdaGradSettings
{
    [Description("Added to the root of the sum of squares."), Range(1e-30, 1.0)]
    public double Epsilon { get; init; } = 1e-10;
}
