using FlowLab.Data;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Fixtures;

namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>Every law for every sample set.</summary>
[TestFixtureSource(typeof(SampleLab), nameof(SampleLab.Names))]
internal sealed class SampleLawTests(string name) : DatasetLawFixture
{
    protected override IDataset Create(LawBench bench) => SampleLab.Create(name, bench.Accelerator);
}
