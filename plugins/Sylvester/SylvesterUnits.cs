using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Sylvester;

/// <summary>
/// The hidden units of a layer, usable in kernels. Notation, in the layer's own coordinates: a_j = b_j + sum_(k >= j) r~_jk y_k, h = tanh(a),
/// y'_i = y_i + sum_(j >= i) r_ij h_j, s = 1 - h^2, q = 1 + r_jj r~_jj, det_j = h^2 + q s.
/// </summary>
public static class SylvesterUnits
{
    private const int NewtonSteps = 64;
    private const float NewtonTolerance = 3e-7f;

    /// <summary>h of all units at y.</summary>
    public static void Activate(SylvesterLayer layer, SampleView state, SampleRows hidden)
    {
        SampleTiles tiles = layer.Tiles;
        int first = tiles.First(layer.At.X), end = tiles.End(layer.At.X), step = tiles.Step;
        for (int j = 0; j < layer.Shape.Columns; j++)
        {
            ArrayView<float> h = hidden.Row(layer.At.Y, j);
            Preactivate(layer, state, j, j, h);
            for (int s = first; s < end; s += step)
                h[s] = XMath.Tanh(h[s]);
        }
    }

    /// <summary>Adds sum_j ln det_j.</summary>
    public static void AddLogDet(SylvesterLayer layer, SampleRows hidden, ArrayView<float> logDet)
    {
        SampleTiles tiles = layer.Tiles;
        int first = tiles.First(layer.At.X), end = tiles.End(layer.At.X), step = tiles.Step;
        for (int j = 0; j < layer.Shape.Columns; j++)
        {
            float stretch = layer.Stretch(j);
            ArrayView<float> h = hidden.Row(layer.At.Y, j);
            for (int s = first; s < end; s += step)
                logDet[s] += XMath.Log(h[s] * h[s] + stretch * ((1f - h[s]) * (1f + h[s])));
        }
    }

    /// <summary>y_i += sign sum_(j >= i) r_ij h_j for all components.</summary>
    public static void Move(SylvesterLayer layer, SampleView state, SampleRows hidden, float sign)
    {
        for (int i = 0; i < layer.Shape.Columns; i++)
            Shift(layer, i, i, layer.Component(state, i), hidden, sign);
    }

    /// <summary>
    /// From y' to y and h, from the last component to the first: once those behind it are known, y_i solves one monotone scalar equation,
    /// a + (q - 1) tanh(a) = r~_ii v + b_i + sum_(k > i) r~_ik y_k with v = y'_i - sum_(j > i) r_ij h_j, and y_i = v - r_ii tanh(a).
    /// </summary>
    public static void Solve(SylvesterLayer layer, SampleView state, SampleRows hidden)
    {
        SampleTiles tiles = layer.Tiles;
        int first = tiles.First(layer.At.X), end = tiles.End(layer.At.X), step = tiles.Step;
        for (int i = layer.Shape.Columns - 1; i >= 0; i--)
        {
            float stretch = layer.Stretch(i), right = layer.Right(i, i);
            ArrayView<float> y = layer.Component(state, i), h = hidden.Row(layer.At.Y, i);
            Shift(layer, i, i + 1, y, hidden, -1f);
            Preactivate(layer, state, i, i, h);
            for (int s = first; s < end; s += step)
            {
                float value = XMath.Tanh(Root(h[s], stretch));
                h[s] = value;
                y[s] -= right * value;
            }
        }
    }

    /// <summary>target = b_j + sum_(k >= from) r~_jk y_k.</summary>
    private static void Preactivate(SylvesterLayer layer, SampleView state, int unit, int from, ArrayView<float> target)
    {
        SampleTiles tiles = layer.Tiles;
        int first = tiles.First(layer.At.X), end = tiles.End(layer.At.X), step = tiles.Step;
        float bias = layer.Bias(unit);
        for (int s = first; s < end; s += step)
            target[s] = bias;
        for (int k = from; k < layer.Shape.Columns; k++)
        {
            float weight = layer.Left(unit, k);
            ArrayView<float> y = layer.Component(state, k);
            for (int s = first; s < end; s += step)
                target[s] += weight * y[s];
        }
    }

    /// <summary>y_i += sign sum_(j >= from) r_ij h_j.</summary>
    private static void Shift(SylvesterLayer layer, int component, int from, ArrayView<float> y, SampleRows hidden, float sign)
    {
        SampleTiles tiles = layer.Tiles;
        int first = tiles.First(layer.At.X), end = tiles.End(layer.At.X), step = tiles.Step;
        for (int j = from; j < layer.Shape.Columns; j++)
        {
            float weight = sign * layer.Right(component, j);
            ArrayView<float> h = hidden.Row(layer.At.Y, j);
            for (int s = first; s < end; s += step)
                y[s] += weight * h[s];
        }
    }

    /// <summary>
    /// The root a of F(a) = a + (q - 1) tanh(a) - v for q > 0. F is odd in (a, v), so v > 0 is enough, where the root lies between v - max(q - 1, 0)
    /// and v + max(1 - q, 0). F is concave there for q > 1 and convex for q &lt; 1: Newton steps from the left, or from the right end, approach it
    /// monotonically. The bracket shrinks with every step and catches steps that rounding throws out of it.
    /// </summary>
    private static float Root(float value, float stretch)
    {
        float gain = stretch - 1f;
        float target = XMath.Abs(value);
        float low = XMath.Max(target - XMath.Max(gain, 0f), 0f);
        float high = target - XMath.Min(gain, 0f);
        float a = gain > 0f ? low : high;
        float change = high - low;
        for (int i = 0; i < NewtonSteps && change > NewtonTolerance * a; i++)
        {
            float h = XMath.Tanh(a);
            float excess = a + gain * h - target;
            if (excess > 0f)
                high = a;
            else
                low = a;
            float next = a - excess / (h * h + stretch * ((1f - h) * (1f + h)));
            bool inside = next >= low && next <= high;
            next = inside ? next : 0.5f * (low + high);
            change = XMath.Abs(next - a);
            a = next;
        }
        return value < 0f ? -a : a;
    }
}
