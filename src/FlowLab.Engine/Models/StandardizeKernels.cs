using FlowLab.Flows;
using ILGPU;

namespace FlowLab.Engine.Models;

/// <summary>The passes of <see cref="StandardizeFlow"/>; X = tile, Y = seed.</summary>
public static class StandardizeKernels
{
    public static void Forward(Index2D at, FlowForward pass, ArrayView<float> means, ArrayView<float> deviations, float logDet)
    {
        for (int s = pass.Batch.Tiles.First(at.X), end = pass.Batch.Tiles.End(at.X); s < end; s += pass.Batch.Tiles.Step)
        {
            for (int d = 0; d < pass.State.Features; d++)
                pass.State.Row(at.Y, d)[s] = means[d] + deviations[d] * pass.State.Row(at.Y, d)[s];
            pass.LogDet[at.Y * pass.State.Batch + s] += logDet;
        }
    }

    /// <summary>dL/dz = sigma dL/dx; the log-det depends on nothing.</summary>
    public static void Backward(Index2D at, FlowBackward pass, ArrayView<float> means, ArrayView<float> deviations)
    {
        for (int s = pass.Batch.Tiles.First(at.X), end = pass.Batch.Tiles.End(at.X); s < end; s += pass.Batch.Tiles.Step)
        {
            for (int d = 0; d < pass.State.Features; d++)
            {
                pass.State.Row(at.Y, d)[s] = (pass.State.Row(at.Y, d)[s] - means[d]) / deviations[d];
                pass.Gradient.Row(at.Y, d)[s] = deviations[d] * pass.Gradient.Row(at.Y, d)[s];
            }
        }
    }

    public static void Inverse(Index2D at, FlowInverse pass, ArrayView<float> means, ArrayView<float> deviations, float logDet)
    {
        for (int s = pass.Batch.Tiles.First(at.X), end = pass.Batch.Tiles.End(at.X); s < end; s += pass.Batch.Tiles.Step)
        {
            for (int d = 0; d < pass.State.Features; d++)
                pass.State.Row(at.Y, d)[s] = (pass.State.Row(at.Y, d)[s] - means[d]) / deviations[d];
            pass.LogDet[at.Y * pass.State.Batch + s] += logDet;
        }
    }

    /// <summary>dL/dx = dL/dz / sigma.</summary>
    public static void InverseBackward(Index2D at, FlowInverseBackward pass, ArrayView<float> means, ArrayView<float> deviations)
    {
        for (int s = pass.Batch.Tiles.First(at.X), end = pass.Batch.Tiles.End(at.X); s < end; s += pass.Batch.Tiles.Step)
        {
            for (int d = 0; d < pass.State.Features; d++)
            {
                pass.State.Row(at.Y, d)[s] = means[d] + deviations[d] * pass.State.Row(at.Y, d)[s];
                pass.Gradient.Row(at.Y, d)[s] = pass.Gradient.Row(at.Y, d)[s] / deviations[d];
            }
        }
    }
}
