using FlowLab.Data;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Fixtures;
using NUnit.Framework;

namespace MyDataset.Tests;

/// <summary>Every law of datasets is a test of this fixture.</summary>
[TestFixture]
public class MyDatasetLaws : DatasetLawFixture
{
    protected override IDataset Create(LawBench bench) => new MyDatasetPoints(new MyDatasetSettings(), bench.Accelerator);
}
