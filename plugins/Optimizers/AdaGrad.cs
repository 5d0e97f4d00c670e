using FlowLab.Optimization;
using FlowLab.Plugins.Optimizers.Rules;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Optimizers;

/// <summary>
/// s += g^2; p -= rate g / (sqrt(s) + epsilon). The paper's alternative to RMSprop.
/// Duchi, Hazan and Singer, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, JMLR 12, 2011.
/// </summary>
[Optimizer("adagrad", Summary = "Steps divided by the root of the sum of all squared gradients.", Source = "Duchi, Hazan and Singer, JMLR 2011")]
public sealed class AdaGrad(AdaGradSettings settings, Accelerator accelerator) : IOptimizer
{
    private readonly Action<Index2D, OptimizerView, float> _step =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, OptimizerView, float>(OptimizerKernels.AdaGrad);

    private readonly float _epsilon = (float)settings.Epsilon;

    /// <inheritdoc/>
    public IReadOnlyList<string> StateNames { get; } = ["sumOfSquares"];

    /// <inheritdoc/>
    public void Step(in OptimizerStep step) =>
        _step(new Index2D(step.ParameterCount, step.Seeds), new OptimizerView(step, StateNames.Count), _epsilon);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Kernels belong to the accelerator.
    }
}
