using FlowLab.Optimization;
using FlowLab.Plugins.Optimizers.Rules;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Optimizers;

/// <summary>
/// v = decay v + (1 - decay) g^2; m = momentum m + g / (sqrt(v) + epsilon); p -= rate m. The optimizer of Rezende and Mohamed 2015, with
/// the learning rate 1e-5 there. With bias correction sqrt(v) is divided by sqrt(1 - decay^t) at update t, as in Adam (Kingma and Ba 2015, section 3). Tieleman and Hinton, Neural Networks for Machine Learning, lecture 6.5, 2012, in PyTorch's form.
/// </summary>
[Optimizer("rmsprop", Summary = "Steps divided by the root of a running mean of squared gradients, with momentum; the paper's choice.", Source = "Tieleman and Hinton, lecture 6.5, 2012; Rezende and Mohamed 2015, section 6")]
public sealed class RmsProp(RmsPropSettings settings, Accelerator accelerator) : IOptimizer
{
    private readonly Action<Index2D, OptimizerView, RmsPropRule> _step =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, OptimizerView, RmsPropRule>(OptimizerKernels.RmsProp);

    /// <inheritdoc/>
    public IReadOnlyList<string> StateNames { get; } = ["meanSquare", "velocity"];

    /// <inheritdoc/>
    public void Step(in OptimizerStep step) =>
        _step(new Index2D(step.ParameterCount, step.Seeds), new OptimizerView(step, StateNames.Count), new RmsPropRule(settings, step.Update));

    /// <inheritdoc/>
    public void Dispose()
    {
        // Kernels belong to the accelerator.
    }
}
