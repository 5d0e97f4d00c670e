using FlowLab.Optimization;
using FlowLab.Testing.Bench;
using FlowLab.Testing.Fixtures;
using NUnit.Framework;

namespace MyOptimizer.Tests;

/// <summary>Every law of optimizers is a test of this fixture.</summary>
[TestFixture]
public class MyOptimizerLaws : OptimizerLawFixture
{
    protected override IOptimizer Create(LawBench bench) => new MyOptimizerRule(new MyOptimizerSettings(), bench.Accelerator);
}
