using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Engine.Models;

/// <summary>Products of second derivatives with vectors by central differences of gradients; X = sample, Y = seed.</summary>
public static class CurvatureKernels
{
    // Of the size of z: small against the bends of a target, large against the rounding of its gradient in single precision.
    private const float Step = 4e-3f;

    /// <summary>z + sign h v, with h so that no component moves by more than <see cref="Step"/>; h is left for <see cref="AddDifference"/>, 0 where v is.</summary>
    public static void Shift(Index2D at, SampleView state, SampleView direction, SampleView shifted, ArrayView<float> steps, float sign)
    {
        float longest = 0f;
        for (int d = 0; d < state.Features; d++)
            longest = XMath.Max(longest, XMath.Abs(direction.Row(at.Y, d)[at.X]));
        float h = longest > 0f ? Step / longest : 0f;
        for (int d = 0; d < state.Features; d++)
            shifted.Row(at.Y, d)[at.X] = state.Row(at.Y, d)[at.X] + sign * h * direction.Row(at.Y, d)[at.X];
        steps[at.Y * state.Batch + at.X] = h;
    }

    /// <summary>Adds scale (above - below) / 2h.</summary>
    public static void AddDifference(Index2D at, SampleView above, SampleView below, ArrayView<float> steps, SampleView product, float scale)
    {
        float h = steps[at.Y * above.Batch + at.X];
        float factor = h > 0f ? scale / (2f * h) : 0f;
        for (int d = 0; d < above.Features; d++)
            product.Row(at.Y, d)[at.X] += factor * (above.Row(at.Y, d)[at.X] - below.Row(at.Y, d)[at.X]);
    }
}
