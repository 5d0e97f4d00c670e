using FlowLab.Flows;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Fixtures;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>Every law for the flows that follow a target, on a smooth target of any dimension, as maps of (z, omega).</summary>
[TestFixtureSource(typeof(TargetFlowCatalogue), nameof(TargetFlowCatalogue.Flows))]
internal sealed class TargetFlowLawTests(TargetFlowCase flow) : FlowLawFixture
{
    protected override bool IsBrief => flow.IsBrief;

    protected override IFlow Create(FlowShape shape, int length, LawBench bench) => flow.Create(shape, length, bench.Accelerator);
}
