using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>Settings of <see cref="TwoMoons"/>.</summary>
public sealed class TwoMoonsSettings
{
    [Description("Standard deviation of the normal noise, relative to the radius of a moon."), Unit("radii"), Range(0.0, 1.0)]
    public double Noise { get; init; } = 0.1;
}
