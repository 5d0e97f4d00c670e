using FlowLab.Energies;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Fixtures;

namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>Every law for every energy.</summary>
[TestFixtureSource(typeof(EnergyLab), nameof(EnergyLab.Names))]
internal sealed class EnergyLawTests(string name) : EnergyLawFixture
{
    protected override IEnergy Create(LawBench bench) => EnergyLab.Create(name, bench.Accelerator);
}
