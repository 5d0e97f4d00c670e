using FlowLab.Optimization;
using ILGPU;

namespace FlowLab.Plugins.Optimizers.Rules;

/// <summary>
/// What the kernels of all optimizers see of an <see cref="OptimizerStep"/>: all arrays are [R, P]. The state buffers are separate views,
/// so that an index within one of them fits 32 bits whenever R P does.
/// </summary>
public readonly struct OptimizerView
{
    public readonly ArrayView<float> Parameters;
    public readonly ArrayView<float> Gradients;
    public readonly ArrayView<float> FirstState;
    public readonly ArrayView<float> SecondState;
    public readonly ArrayView<int> SeedStatus;
    public readonly int ParameterCount;
    public readonly float LearningRate;

    /// <summary>The view of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="states">State buffers of the rule, 1 or 2; with one, both views show it.</param>
    public OptimizerView(in OptimizerStep step, int states)
    {
        long length = (long)step.Seeds * step.ParameterCount;
        Parameters = step.Parameters;
        Gradients = step.Gradients;
        FirstState = step.State.SubView(0, length);
        SecondState = step.State.SubView((states - 1) * length, length);
        SeedStatus = step.SeedStatus;
        ParameterCount = step.ParameterCount;
        LearningRate = step.LearningRate;
    }
}
