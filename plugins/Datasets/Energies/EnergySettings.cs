using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowLab.Plugins.Datasets.Energies;

/// <summary>Settings that the energies U1 to U4 share.</summary>
public sealed class EnergySettings
{
    /// <summary>The narrowest wall but none: a narrower one would be steeper than float32 can follow.</summary>
    public const double NarrowestWall = 0.01;

    [Description("Width of the confining wall outside the square [-4, 4]: sum_i 1/2 ((|z_i| - 4)_+ / wall)^2 is added to the energy. 0 switches it off; other values below 0.01 are refused."),
     Unit("units of z"), Range(0.0, 10.0)]
    public double Wall { get; init; } = 0.4;

    [Description("Cells per axis of the square that ln Z and KL(q || p) are integrated on."), Unit("cells"), Range(16, 8192)]
    public int GridResolution { get; init; } = 400;
}
