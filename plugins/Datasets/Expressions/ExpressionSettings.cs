using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins.Datasets.Energies;

namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>Settings of an energy that is written as an expression.</summary>
public sealed class ExpressionSettings
{
    [Description("U(z) in z1, z2, ...: + - * / ^ ( ), numbers, pi, e and the functions exp, log (ln), sqrt, sin, cos, tanh, sinh, cosh, atan, abs, sigmoid, softplus, logaddexp, pow, min, max. The highest z is the dimension.")]
    public required string Energy { get; init; }

    [Description("Width of a confining wall outside the cube [-range, range]^D: sum_i 1/2 ((|z_i| - range)_+ / wall)^2 is added to the energy. 0 switches it off; other values below 0.01 are refused."),
     Unit("units of z"), Range(0.0, 10.0)]
    public double Wall { get; init; }

    [Description("Half the side of the square that figures show, and where the wall begins."), Unit("units of z"), Range(0.001, 1000.0)]
    public double Range { get; init; } = EnergyKernels.WallStart;

    [Description("Cells per axis of the square that ln Z and KL(q || p) are integrated on."), Unit("cells"), Range(16, 8192)]
    public int GridResolution { get; init; } = 400;
}
