using FlowLab.Optimization;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Fixtures;

namespace FlowLab.Plugins.Tests.Optimizers;

/// <summary>Every law for every optimizer.</summary>
[TestFixtureSource(typeof(OptimizerLab), nameof(OptimizerLab.Names))]
internal sealed class OptimizerLawTests(string name) : OptimizerLawFixture
{
    protected override IOptimizer Create(LawBench bench) => OptimizerLab.Create(name, bench.Accelerator);
}
