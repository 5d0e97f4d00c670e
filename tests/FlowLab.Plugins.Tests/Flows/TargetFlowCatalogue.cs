using FlowLab.Flows;
using FlowLab.Plugins.Hamiltonian;
using FlowLab.Plugins.Langevin;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>The flows that follow a target, in several settings.</summary>
internal static class TargetFlowCatalogue
{
    public static IEnumerable<TargetFlowCase> Flows =>
    [
        new("langevin", false, (shape, length, accelerator) => new LangevinFlow(new() { Length = length }, shape, accelerator)),
        new("langevin-fixed", true, (shape, length, accelerator) => new LangevinFlow(new() { Length = length, LearnSteps = false }, shape, accelerator)),
        new("langevin-plain", true, (shape, length, accelerator) => new LangevinFlow(new() { Length = length, Annealed = false }, shape, accelerator)),
        new("langevin-plain-fixed", true, (shape, length, accelerator) => new LangevinFlow(
            new() { Length = length, LearnSteps = false, Annealed = false, Step = 0.02 }, shape, accelerator)),
        new("hamiltonian", false, (shape, length, accelerator) => new HamiltonianFlow(new() { Length = length }, shape, accelerator)),
        new("hamiltonian-one-draw", true, (shape, length, accelerator) => new HamiltonianFlow(new() { Length = length, Refresh = 0 }, shape, accelerator)),
        new("hamiltonian-two-steps", true, (shape, length, accelerator) => new HamiltonianFlow(new() { Length = length, Refresh = 2 }, shape, accelerator)),
        new("hamiltonian-plain", true, (shape, length, accelerator) => new HamiltonianFlow(
            new() { Length = length, Tempered = false, Annealed = false }, shape, accelerator)),
    ];
}

/// <summary>A flow that follows a target.</summary>
/// <param name="Name">Name in test listings.</param>
/// <param name="IsBrief">Whether a few small shapes are enough.</param>
/// <param name="Create">Builds the flow: shape, length, accelerator.</param>
internal sealed record TargetFlowCase(string Name, bool IsBrief, Func<FlowShape, int, Accelerator, IFlow> Create)
{
    public override string ToString() => Name;
}
