using FlowLab.Optimization;
using FlowLab.Testing.Bench;

namespace FlowLab.Testing.Optimizers;

/// <summary>A kind of optimizer.</summary>
/// <param name="Name">Name in listings.</param>
/// <param name="Create">Builds it.</param>
public sealed record OptimizerSubject(string Name, Func<LawBench, IOptimizer> Create)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
