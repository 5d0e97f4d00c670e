using FlowLab.Data;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Datasets;
using FlowLab.Testing.Laws;
using NUnit.Framework;

namespace FlowLab.Testing.Fixtures;

/// <summary>Derive a fixture from this, build your dataset in it, and every law of datasets is a test.</summary>
public abstract class DatasetLawFixture : LawFixture
{
    /// <summary>Names of the laws.</summary>
    public static IEnumerable<string> Laws => DatasetLaws.All.Select(law => law.Name);

    /// <summary>The dataset for cases that <c>flowlab check</c> prints.</summary>
    protected DatasetSubject Subject => new(GetType().Name, Create);

    /// <summary>Builds your dataset.</summary>
    protected abstract IDataset Create(LawBench bench);

    /// <summary>Tries a law.</summary>
    [TestCaseSource(nameof(Laws))]
    public void Obeys_the_law(string law) => Conclude(LawRunner.Run(DatasetLaws.All.Single(known => known.Name == law), Subject, Bench));
}
