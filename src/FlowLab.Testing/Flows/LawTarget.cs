using FlowLab.Energies;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace FlowLab.Testing.Flows;

/// <summary>
/// The target of flows that ask for one, smooth in any dimension: U(z) = sum_d z_d^2 / 4 + cos(a_d) / 2 with a_d = z_d + z_(d+1) / 2, the last component
/// followed by the first.
/// </summary>
internal sealed class LawTarget(Accelerator accelerator, int dimension) : ITarget
{
    private readonly Action<Index2D, SampleView, ArrayView<float>, SampleView, float> _evaluate =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, ArrayView<float>, SampleView, float>(Evaluate);

    private readonly Action<Index2D, SampleView, SampleView, SampleView, float> _addCurvature =
        accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, SampleView, SampleView, float>(AddCurvature);

    /// <inheritdoc/>
    public int Dimension => dimension;

    /// <inheritdoc/>
    public void EvaluateWithGradient(in EnergyPass pass) =>
        _evaluate(new Index2D(pass.State.Batch, pass.Seeds), pass.State, pass.Energy, pass.Gradient, pass.GradientScale);

    /// <inheritdoc/>
    public void AddCurvature(in CurvaturePass pass) =>
        _addCurvature(new Index2D(pass.State.Batch, pass.Seeds), pass.State, pass.Direction, pass.Product, pass.Scale);

    private static void Evaluate(Index2D at, SampleView state, ArrayView<float> energy, SampleView gradient, float scale)
    {
        int last = state.Features - 1;
        float first = state.Row(at.Y, 0)[at.X];
        float before = state.Row(at.Y, last)[at.X] + 0.5f * first;
        float sum = 0f;
        for (int d = 0; d <= last; d++)
        {
            float z = state.Row(at.Y, d)[at.X];
            float angle = z + 0.5f * state.Row(at.Y, d < last ? d + 1 : 0)[at.X];
            sum += 0.25f * z * z + 0.5f * XMath.Cos(angle);
            gradient.Row(at.Y, d)[at.X] = scale * (0.5f * z - 0.5f * XMath.Sin(angle) - 0.25f * XMath.Sin(before));
            before = angle;
        }
        energy[at.Y * state.Batch + at.X] = sum;
    }

    private static void AddCurvature(Index2D at, SampleView state, SampleView direction, SampleView product, float scale)
    {
        int last = state.Features - 1;
        float before = state.Row(at.Y, last)[at.X] + 0.5f * state.Row(at.Y, 0)[at.X];
        float turnBefore = direction.Row(at.Y, last)[at.X] + 0.5f * direction.Row(at.Y, 0)[at.X];
        for (int d = 0; d <= last; d++)
        {
            int next = d < last ? d + 1 : 0;
            float angle = state.Row(at.Y, d)[at.X] + 0.5f * state.Row(at.Y, next)[at.X];
            float turn = direction.Row(at.Y, d)[at.X] + 0.5f * direction.Row(at.Y, next)[at.X];
            product.Row(at.Y, d)[at.X] += scale
                * (0.5f * direction.Row(at.Y, d)[at.X] - 0.5f * XMath.Cos(angle) * turn - 0.25f * XMath.Cos(before) * turnBefore);
            before = angle;
            turnBefore = turn;
        }
    }
}
