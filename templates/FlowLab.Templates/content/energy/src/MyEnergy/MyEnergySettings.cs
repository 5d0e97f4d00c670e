using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace MyEnergy;

/// <summary>What a manifest can say of the energy beside its name.</summary>
public sealed class MyEnergySettings
{
    [Description("How much the banana is bent; 0 is a Gaussian."), Range(0.0, 4.0)]
    public double Bend { get; init; } = 0.5;
}
