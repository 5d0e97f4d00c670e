using FlowLab.Energies;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Fixtures;
using NUnit.Framework;

namespace MyEnergy.Tests;

/// <summary>Every law of energies is a test of this fixture.</summary>
[TestFixture]
public class MyEnergyLaws : EnergyLawFixture
{
    protected override IEnergy Create(LawBench bench) => new MyEnergyTarget(new MyEnergySettings(), bench.Accelerator);
}
