using FlowLab.Optimization;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Optimizers;
using FlowLab.Testing.Laws;
using NUnit.Framework;

namespace FlowLab.Testing.Fixtures;

/// <summary>Derive a fixture from this, build your optimizer in it, and every law of optimizers is a test.</summary>
public abstract class OptimizerLawFixture : LawFixture
{
    /// <summary>Names of the laws.</summary>
    public static IEnumerable<string> Laws => OptimizerLaws.All.Select(law => law.Name);

    /// <summary>The optimizer for cases that <c>flowlab check</c> prints.</summary>
    protected OptimizerSubject Subject => new(GetType().Name, Create);

    /// <summary>Builds your optimizer.</summary>
    protected abstract IOptimizer Create(LawBench bench);

    /// <summary>Tries a law.</summary>
    [TestCaseSource(nameof(Laws))]
    public void Obeys_the_law(string law) => Conclude(LawRunner.Run(OptimizerLaws.All.Single(known => known.Name == law), Subject, Bench));
}
