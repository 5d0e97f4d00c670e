using FlowLab.Optimization;
using FlowLab.Plugins;
using ILGPU;
using ILGPU.Runtime;

namespace MyOptimizer;

/// <summary>v = momentum v + (1 - momentum) g / max(1, |g|); p -= rate v: averaged gradients, none of them larger than 1. Keeps no state of its own.</summary>
[Optimizer("my-optimizer", Summary = "Averages gradients that are clipped one by one.")]
public sealed class MyOptimizerRule(MyOptimizerSettings settings, Accelerator accelerator) : IOptimizer
{
    private readonly Action<Index2D, OptimizerStep, float> _step = accelerator.LoadAutoGroupedStreamKernel<Index2D, OptimizerStep, float>(MyOptimizerKernels.Step);

    public IReadOnlyList<string> StateNames { get; } = ["velocity"];

    public void Step(in OptimizerStep step) => _step(new Index2D(step.ParameterCount, step.Seeds), step, (float)settings.Momentum);

    public void Dispose()
    {
        // Kernels live as long as their accelerator.
    }
}
