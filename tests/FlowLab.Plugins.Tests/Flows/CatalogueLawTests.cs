using FlowLab.Flows;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Fixtures;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Every law for every flow of the catalogue; the flows of other settings in a few shapes.</summary>
[TestFixtureSource(typeof(FlowCatalogue), nameof(FlowCatalogue.Flows))]
internal sealed class CatalogueLawTests(FlowCase flow) : FlowLawFixture
{
    protected override bool IsBrief => !(flow.Name is "planar" or "radial" or "nice-perm" or "real-nvp" or "householder" or "sylvester" || (LongTests.AreOn && flow.Name is "iaf" or "maf" or "spline-coupling"));

    protected override IFlow Create(FlowShape shape, int length, LawBench bench) => flow.Create(shape, length, bench.Accelerator);
}
