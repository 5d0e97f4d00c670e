using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Engine.Latents;

/// <summary>
/// Outputs of the inference network to parameters of flows, see <see cref="FlowOutputSettings"/>; X = data point, Y counts the rows from
/// <c>first</c> on of all seeds.
/// </summary>
public static class FlowOutputKernels
{
    /// <summary>p = p0 + d in place of o; without a bound (0), d = scale (o - p0).</summary>
    public static void Shape(Index2D at, int rows, int first, SampleView head, ArrayView<float> starts, float scale, float bound)
    {
        int position = at.Y / rows;
        int row = first + at.Y - position * rows;
        ArrayView<float> values = head.Row(position, row);
        float start = starts[position * head.Features + row];
        float moved = scale * (values[at.X] - start);
        values[at.X] = start + (bound > 0f ? bound * XMath.Tanh(moved / bound) : moved);
    }

    /// <summary>dL/do in place of dL/dp: times scale (1 - (d / bound)^2).</summary>
    public static void ShapeBackward(
        Index2D at, int rows, int first, SampleView head, SampleView gradient, ArrayView<float> starts, float scale, float bound)
    {
        int position = at.Y / rows;
        int row = first + at.Y - position * rows;
        float share = 0f;
        if (bound > 0f)
            share = (head.Row(position, row)[at.X] - starts[position * head.Features + row]) / bound;
        gradient.Row(position, row)[at.X] *= scale * ((1f - share) * (1f + share));
    }
}
