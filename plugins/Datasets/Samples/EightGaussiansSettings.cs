using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>Settings of <see cref="EightGaussians"/>. The defaults are FFJORD's 4 and 0.5, divided by sqrt(2) as it does.</summary>
public sealed class EightGaussiansSettings
{
    [Description("Distance of the eight centers from the origin."), Unit("units of z"), Range(0.0, 4.0)]
    public double Radius { get; init; } = 2.8284271247461903;

    [Description("Standard deviation of each of the eight normals."), Unit("units of z"), Range(0.0, 2.0)]
    public double Noise { get; init; } = 0.35355339059327379;
}
