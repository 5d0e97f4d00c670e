using ILGPU;

namespace FlowLab.Optimization;

/// <summary>One update of all parameters of all seeds.</summary>
/// <param name="Seeds">Seeds R.</param>
/// <param name="ParameterCount">Parameters per seed, P.</param>
/// <param name="Parameters">[R, P], updated in place.</param>
/// <param name="Gradients">[R, P]: dL/dparameter.</param>
/// <param name="State">[S, R, P], S = <see cref="IOptimizer.StateNames"/>.Count: zero before the first update, updated in place.</param>
/// <param name="SeedStatus">[R]: a seed whose entry is not 0 has been stopped; nothing of it may change.</param>
/// <param name="LearningRate">The learning rate of this update, schedule included.</param>
/// <param name="Update">The number of this update, counted from 1.</param>
public readonly record struct OptimizerStep(
    int Seeds, int ParameterCount, ArrayView<float> Parameters, ArrayView<float> Gradients, ArrayView<float> State,
    ArrayView<int> SeedStatus, float LearningRate, long Update);
