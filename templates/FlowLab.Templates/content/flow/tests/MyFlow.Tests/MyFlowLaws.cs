using FlowLab.Flows;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Fixtures;
using NUnit.Framework;

namespace MyFlow.Tests;

/// <summary>Every law of flows is a test of this fixture. What <c>flowlab check</c> prints for a broken law can be pasted into a test beside them.</summary>
[TestFixture]
public class MyFlowLaws : FlowLawFixture
{
    protected override IFlow Create(FlowShape shape, int length, LawBench bench) =>
        new MyFlowLayers(new MyFlowSettings { Length = length }, shape, bench.Accelerator);
}
