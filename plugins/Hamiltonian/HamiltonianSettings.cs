using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Plugins.Hamiltonian;

/// <summary>Settings of a Hamiltonian flow.</summary>
public sealed class HamiltonianSettings
{
    [Description("Number of leapfrog steps, K."), Unit("layers"), Range(1, 4096)]
    public int Length { get; init; } = 8;

    [Description("Leapfrog steps from one draw of the momentum to the next; 0: one draw for all steps."), Unit("layers"), Range(0, 4096)]
    public int Refresh { get; init; } = 1;

    [Description("Step size s that the layers start with."), Unit("time"), Range(1e-8, 10.0)]
    public double Step { get; init; } = 0.25;

    [Description("Bound that step sizes stay below; leapfrog is unstable where s is above 2 over the root of the greatest second derivative of the target's energy."), Unit("time"), Range(1e-8, 10.0)]
    public double LargestStep { get; init; } = 0.6;

    [Description("Whether every layer learns a factor on the momentum behind its step, as in HVAE; without it all that changes volume is the draw.")]
    public bool Tempered { get; init; } = true;

    [Description("Whether layers follow a path from a Gaussian to the target, learned from a linear start, or the target's gradient from the first layer on.")]
    public bool Annealed { get; init; } = true;
}
