using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>Settings of <see cref="Pinwheel"/>.</summary>
public sealed class PinwheelSettings
{
    [Description("Number of arms."), Unit("arms"), Range(1, 64)]
    public int Arms { get; init; } = 5;

    [Description("Standard deviation along an arm, before the scaling by two."), Unit("units of z / 2"), Range(0.0, 1.0)]
    public double RadialNoise { get; init; } = 0.3;

    [Description("Standard deviation across an arm, before the scaling by two."), Unit("units of z / 2"), Range(0.0, 1.0)]
    public double TangentialNoise { get; init; } = 0.1;

    [Description("How far the arms are wound: a point at distance r is turned by rate exp(r)."), Unit("radians"), Range(-2.0, 2.0)]
    public double Rate { get; init; } = 0.25;
}
