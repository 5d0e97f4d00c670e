using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Networks;

namespace AffineCoupling;

public sealed class AffineSettings
{
    [Description("Number of layers, K."), Range(1, 1024)]
    public int Length { get; init; } = 4;

    [Description("The network of each coupling.")]
    public ConditionerSettings Network { get; init; } = new() { Hidden = 8, Activation = Activation.Tanh };
}
