using FlowLab.Flows;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Flows;
using FlowLab.Testing.Laws;
using NUnit.Framework;

namespace FlowLab.Testing.Fixtures;

/// <summary>Derive a fixture from this, build your flow in it, and every law of flows is a test.</summary>
public abstract class FlowLawFixture : LawFixture
{
    /// <summary>Names of the laws.</summary>
    public static IEnumerable<string> Laws => FlowLaws.All.Select(law => law.Name);

    /// <summary>The flow for cases that <c>flowlab check</c> prints.</summary>
    protected FlowSubject Subject => new(GetType().Name, Create) { IsBrief = IsBrief };

    /// <summary>Whether a few small shapes are enough.</summary>
    protected virtual bool IsBrief => false;

    /// <summary>Builds your flow.</summary>
    /// <param name="shape">Dimension and seeds.</param>
    /// <param name="length">Layers; a flow whose number of layers is fixed leaves it aside.</param>
    /// <param name="bench">The accelerator, and the networks that a flow may ask for.</param>
    protected abstract IFlow Create(FlowShape shape, int length, LawBench bench);

    /// <summary>Tries a law.</summary>
    [TestCaseSource(nameof(Laws))]
    public void Obeys_the_law(string law) => Conclude(LawRunner.Run(FlowLaws.All.Single(known => known.Name == law), Subject, Bench));
}
