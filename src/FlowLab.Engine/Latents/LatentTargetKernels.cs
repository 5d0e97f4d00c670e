using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Engine.Latents;

/// <summary>Differences of gradients of ln p(x, z) along a direction per sample.</summary>
public static class LatentTargetKernels
{
    // Of the size of z: small against the bends of the densities, large against the rounding of gradients in single precision.
    private const float Step = 1e-2f;

    /// <summary>U = -ln p(z) - ln p(x|z); X counts the samples of all seeds.</summary>
    public static void Energy(Index1D at, ArrayView<float> logPrior, ArrayView<float> logLikelihood, ArrayView<float> energy) =>
        energy[at] = -logPrior[at] - logLikelihood[at];

    /// <summary>h of a seed (X), with which no number of a sample moves by more than <see cref="Step"/>; 0 where there is no direction.</summary>
    public static void ChooseStep(Index1D seed, SampleView direction, ArrayView<float> steps)
    {
        float longest = 0f;
        for (int d = 0; d < direction.Features; d++)
        {
            ArrayView<float> row = direction.Row(seed, d);
            for (int s = 0; s < direction.Batch; s++)
                longest = XMath.Max(longest, XMath.Abs(row[s]));
        }
        steps[seed] = longest > 0f ? Step / longest : 0f;
    }

    /// <summary>z + sign h v; X = sample, Y = seed.</summary>
    public static void Shift(Index2D at, SampleView state, SampleView direction, SampleView shifted, ArrayView<float> steps, float sign)
    {
        for (int d = 0; d < state.Features; d++)
            shifted.Row(at.Y, d)[at.X] = state.Row(at.Y, d)[at.X] + sign * steps[at.Y] * direction.Row(at.Y, d)[at.X];
    }

    /// <summary>Adds scale (above - below) / 2h; X = sample, Y = seed.</summary>
    public static void AddDifference(Index2D at, SampleView above, SampleView below, SampleView product, ArrayView<float> steps, float scale)
    {
        float factor = steps[at.Y] > 0f ? scale / (2f * steps[at.Y]) : 0f;
        for (int d = 0; d < above.Features; d++)
            product.Row(at.Y, d)[at.X] += factor * (above.Row(at.Y, d)[at.X] - below.Row(at.Y, d)[at.X]);
    }

    /// <summary>Adds scale (above - below) / 2h to the gradients [R, stride] from parameter <paramref name="first"/> on; X = parameter, Y = seed.</summary>
    public static void AddParameters(
        Index2D at, SampleView above, SampleView below, ArrayView<float> gradients, int stride, int first, ArrayView<float> steps, float scale)
    {
        float factor = steps[at.Y] > 0f ? scale / (2f * steps[at.Y]) : 0f;
        gradients[at.Y * stride + first + at.X] += factor * (above.Row(at.Y, at.X)[0] - below.Row(at.Y, at.X)[0]);
    }
}
