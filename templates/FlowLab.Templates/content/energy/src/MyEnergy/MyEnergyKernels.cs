using FlowLab.Energies;
using FlowLab.Kernels;
using ILGPU;

namespace MyEnergy;

/// <summary>One kernel instance per point: X = sample, Y = seed.</summary>
public static class MyEnergyKernels
{
    private const float InverseVariance = 4f;

    public static void Evaluate(Index2D at, SampleView state, ArrayView<float> energy, float bend) => energy[at.Y * state.Batch + at.X] = Energy(at, state, bend);

    public static void EvaluateWithGradient(Index2D at, EnergyPass pass, float bend)
    {
        float x = pass.State.Row(at.Y, 0)[at.X], across = InverseVariance * Across(at, pass.State, bend);
        pass.Energy[at.Y * pass.State.Batch + at.X] = Energy(at, pass.State, bend);
        pass.Gradient.Row(at.Y, 0)[at.X] = pass.GradientScale * (x + 2f * bend * x * across);
        pass.Gradient.Row(at.Y, 1)[at.X] = pass.GradientScale * across;
    }

    private static float Energy(Index2D at, SampleView state, float bend)
    {
        float x = state.Row(at.Y, 0)[at.X], across = Across(at, state, bend);
        return 0.5f * (x * x + InverseVariance * across * across);
    }

    /// <summary>Distance from the banana's middle line.</summary>
    private static float Across(Index2D at, SampleView state, float bend)
    {
        float x = state.Row(at.Y, 0)[at.X];
        return state.Row(at.Y, 1)[at.X] + bend * (x * x - 1f);
    }
}
