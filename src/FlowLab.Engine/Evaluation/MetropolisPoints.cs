using FlowLab.Kernels;

namespace FlowLab.Engine.Evaluation;

/// <summary>Points with what a Langevin step asks of them.</summary>
/// <param name="state">[R, D, B]: z.</param>
/// <param name="gradient">[R, D, B]: the gradient of U at z.</param>
/// <param name="energy">[R, 1, B]: U(z).</param>
public readonly struct MetropolisPoints(SampleView state, SampleView gradient, SampleView energy)
{
    /// <summary>[R, D, B]: z.</summary>
    public readonly SampleView State = state;

    /// <summary>[R, D, B]: the gradient of U at z.</summary>
    public readonly SampleView Gradient = gradient;

    /// <summary>[R, 1, B]: U(z).</summary>
    public readonly SampleView Energy = energy;
}
