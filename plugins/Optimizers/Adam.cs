using FlowLab.Optimization;
using FlowLab.Plugins.Optimizers.Rules;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Optimizers;

/// <summary>
/// m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; p -= rate m / (1 - b1^t) / (sqrt(v / (1 - b2^t)) + epsilon), t counted from 1.
/// Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, algorithm 1; arXiv 1412.6980.
/// </summary>
[Optimizer("adam", Summary = "Running means of gradients and of their squares, corrected for their start at zero.", Source = "Kingma and Ba, ICLR 2015")]
public sealed class Adam(AdamSettings settings, Accelerator accelerator) : IOptimizer
{
    private readonly Action<Index2D, OptimizerView, AdamRule> _step =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, OptimizerView, AdamRule>(OptimizerKernels.Adam);

    /// <inheritdoc/>
    public IReadOnlyList<string> StateNames { get; } = ["mean", "meanSquare"];

    /// <inheritdoc/>
    public void Step(in OptimizerStep step) =>
        _step(new Index2D(step.ParameterCount, step.Seeds), new OptimizerView(step, StateNames.Count), new AdamRule(settings, step.Update));

    /// <inheritdoc/>
    public void Dispose()
    {
        // Kernels belong to the accelerator.
    }
}
