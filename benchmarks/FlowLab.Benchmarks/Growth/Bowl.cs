using FlowLab.Energies;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Growth;

/// <summary>U(z) = |z|^2 / 2 in any dimension: a target that costs O(D), so that the flow's growth with D is seen.</summary>
internal sealed class Bowl(int dimension, Accelerator accelerator) : IEnergy
{
    private readonly Action<Index2D, SampleView, ArrayView<float>> _evaluate =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, ArrayView<float>>(Value);

    private readonly Action<Index2D, SampleView, ArrayView<float>, SampleView, float> _gradient =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, ArrayView<float>, SampleView, float>(ValueAndGradient);

    public int Dimension => dimension;

    public EnergyGrid IntegrationGrid { get; } = new(-8, 8, 100);

    public EnergyGrid FigureGrid { get; } = new(-4, 4, 100);

    public void Evaluate(in EnergyPass pass) => _evaluate(new Index2D(pass.State.Batch, pass.Seeds), pass.State, pass.Energy);

    public void EvaluateWithGradient(in EnergyPass pass) =>
        _gradient(new Index2D(pass.State.Batch, pass.Seeds), pass.State, pass.Energy, pass.Gradient, pass.GradientScale);

    public void Dispose()
    {
        // Kernels live as long as their accelerator.
    }

    private static void Value(Index2D at, SampleView state, ArrayView<float> energy)
    {
        float sum = 0;
        for (int d = 0; d < state.Features; d++)
            sum += state.Row(at.Y, d)[at.X] * state.Row(at.Y, d)[at.X];
        energy[at.Y * state.Batch + at.X] = 0.5f * sum;
    }

    private static void ValueAndGradient(Index2D at, SampleView state, ArrayView<float> energy, SampleView gradient, float scale)
    {
        float sum = 0;
        for (int d = 0; d < state.Features; d++)
        {
            float z = state.Row(at.Y, d)[at.X];
            sum += z * z;
            gradient.Row(at.Y, d)[at.X] = scale * z;
        }
        energy[at.Y * state.Batch + at.X] = 0.5f * sum;
    }
}
