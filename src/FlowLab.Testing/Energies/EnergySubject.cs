using FlowLab.Energies;
using FlowLab.Testing.Bench;

namespace FlowLab.Testing.Energies;

/// <summary>A kind of energy.</summary>
/// <param name="Name">Name in listings.</param>
/// <param name="Create">Builds it.</param>
public sealed record EnergySubject(string Name, Func<LawBench, IEnergy> Create)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
