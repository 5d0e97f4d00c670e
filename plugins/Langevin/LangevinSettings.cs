using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowLab.Plugins;

namespace FlowLab.Plugins.Langevin;

/// <summary>Settings of a Langevin flow.</summary>
public sealed class LangevinSettings
{
    [Description("Number of steps, K."), Unit("layers"), Range(1, 4096)]
    public int Length { get; init; } = 8;

    [Description("Time step s that the layers start with."), Unit("time"), Range(1e-8, 10.0)]
    public double Step { get; init; } = 0.05;

    [Description("Bound that learned time steps stay below; a step is unstable where it is above 2 over the greatest second derivative of the target's energy."), Unit("time"), Range(1e-8, 10.0)]
    public double LargestStep { get; init; } = 0.25;

    [Description("Whether every component of every layer learns its own time step.")]
    public bool LearnSteps { get; init; } = true;

    [Description("Whether layers follow a path from a Gaussian to the target, learned from a linear start, or the target's gradient from the first layer on.")]
    public bool Annealed { get; init; } = true;
}
