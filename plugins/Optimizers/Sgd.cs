using FlowLab.Optimization;
using FlowLab.Plugins.Optimizers.Rules;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Optimizers;

/// <summary>
/// Gradient descent with momentum: m = momentum m + g; p -= rate m, or with Nesterov's form p -= rate (g + momentum m).
/// Sutskever, Martens, Dahl and Hinton, On the importance of initialization and momentum in deep learning, ICML 2013, in PyTorch's form.
/// </summary>
[Optimizer("sgd", Summary = "Gradient descent, with momentum if wanted.", Source = "Sutskever et al. 2013 for the momentum forms")]
public sealed class Sgd(SgdSettings settings, Accelerator accelerator) : IOptimizer
{
    private readonly Action<Index2D, OptimizerView, SgdRule> _step =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, OptimizerView, SgdRule>(OptimizerKernels.Sgd);

    private readonly SgdRule _rule = new(settings);

    /// <inheritdoc/>
    public IReadOnlyList<string> StateNames { get; } = ["velocity"];

    /// <inheritdoc/>
    public void Step(in OptimizerStep step) =>
        _step(new Index2D(step.ParameterCount, step.Seeds), new OptimizerView(step, StateNames.Count), _rule);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Kernels belong to the accelerator.
    }
}
