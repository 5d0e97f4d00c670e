using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Engine.Models;

/// <summary>The density q0(z0).</summary>
public sealed class BaseSettings
{
    [Description("Density that the flow starts from.")]
    public BaseKind Type { get; init; } = BaseKind.Gaussian;

    [Description("Whether mu and ln sigma of a Gaussian base are trained with the flow.")]
    public bool Trainable { get; init; } = true;

    [Description("Initial standard deviation of a Gaussian base, in every direction."), Unit("units of z"), Range(1e-3, 1e3)]
    public double Sigma { get; init; } = 1;

    [Description("Half the side of the square of a uniform base."), Unit("units of z"), Range(1e-3, 1e3)]
    public double HalfWidth { get; init; } = 2;
}
