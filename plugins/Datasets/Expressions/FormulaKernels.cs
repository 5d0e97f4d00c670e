using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>The kernels of a formula; X counts samples, Y seeds.</summary>
/// <param name="Evaluate">U(z).</param>
/// <param name="EvaluateWithGradient">U(z) and its gradient.</param>
internal sealed record FormulaKernels(
    Action<Index2D, SampleView, ArrayView<float>, Wall> Evaluate,
    Action<Index2D, SampleView, ArrayView<float>, SampleView, Wall, float> EvaluateWithGradient);
