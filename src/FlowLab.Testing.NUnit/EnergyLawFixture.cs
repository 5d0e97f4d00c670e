using FlowLab.Energies;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Energies;
using FlowLab.Testing.Laws;
using NUnit.Framework;

namespace FlowLab.Testing.Fixtures;

/// <summary>Derive a fixture from this, build your energy in it, and every law of energies is a test.</summary>
public abstract class EnergyLawFixture : LawFixture
{
    /// <summary>Names of the laws.</summary>
    public static IEnumerable<string> Laws => EnergyLaws.All.Select(law => law.Name);

    /// <summary>The energy for cases that <c>flowlab check</c> prints.</summary>
    protected EnergySubject Subject => new(GetType().Name, Create);

    /// <summary>Builds your energy.</summary>
    protected abstract IEnergy Create(LawBench bench);

    /// <summary>Tries a law.</summary>
    [TestCaseSource(nameof(Laws))]
    public void Obeys_the_law(string law) => Conclude(LawRunner.Run(EnergyLaws.All.Single(known => known.Name == law), Subject, Bench));
}
