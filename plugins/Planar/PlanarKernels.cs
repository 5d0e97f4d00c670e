using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Planar;

/// <summary>
/// The four passes of <see cref="PlanarFlow"/>; X = tile, Y = seed. Notation: y = w'z + b, h = tanh(y), s = 1 - h^2,
/// q = 1 + w'u_hat, det = h^2 + q s, and l = dL/dlog-det.
/// </summary>
public static class PlanarKernels
{
    private const int NewtonSteps = 64;
    private const float NewtonTolerance = 3e-7f;

    /// <summary>Layers whose determinants are multiplied before a logarithm is taken.</summary>
    private const int LogGroup = 4;

    /// <summary>Determinants outside of these bounds get a logarithm of their own: a product of LogGroup others stays a normal float32.</summary>
    private const float LeastFactor = 1e-9f;
    private const float GreatestFactor = 1e9f;

    /// <summary>Parameters per layer: w, u, b.</summary>
    public static int LayerStride(int dimension) => 2 * dimension + 1;

    public static void Forward(Index2D at, FlowForward pass)
    {
        int dimension = pass.State.Features;
        ArrayView<float> logDet = pass.LogDet.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        ArrayView<float> product = pass.Scratch.Row(at.Y, 0);
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
        {
            ParameterView parameters = pass.Batch.Parameters.Skip(layer * LayerStride(dimension));
            var constraint = PlanarConstraint.Of(parameters, at.Y, at.X, dimension);
            ArrayView<float> hidden = pass.Tape.Row(at.Y, layer);
            Preactivate(at, pass.Batch.Tiles, pass.State, parameters, hidden);
            if (layer % LogGroup == 0)
                FoldProduct(pass.Batch.Tiles, at.X, layer > 0, product, logDet);
            Activate(pass.Batch.Tiles, at.X, constraint.Stretch, hidden, product, logDet);
            Move(at, pass.Batch.Tiles, pass.State, parameters, constraint.Factor, hidden, 1f);
        }
        FoldProduct(pass.Batch.Tiles, at.X, pass.Batch.Layers > 0, product, logDet);
    }

    public static void Inverse(Index2D at, FlowInverse pass)
    {
        int dimension = pass.State.Features;
        ArrayView<float> logDet = pass.LogDet.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        ArrayView<float> hidden = pass.Scratch.Row(at.Y, 0);
        ArrayView<float> product = pass.Scratch.Row(at.Y, 1);
        for (int layer = pass.Batch.Layers - 1; layer >= pass.FirstLayer; layer--)
        {
            ParameterView parameters = pass.Batch.Parameters.Skip(layer * LayerStride(dimension));
            var constraint = PlanarConstraint.Of(parameters, at.Y, at.X, dimension);
            Preactivate(at, pass.Batch.Tiles, pass.State, parameters, hidden);
            Solve(pass.Batch.Tiles, at.X, constraint.Stretch - 1f, hidden);
            if ((pass.Batch.Layers - 1 - layer) % LogGroup == 0)
                FoldProduct(pass.Batch.Tiles, at.X, layer < pass.Batch.Layers - 1, product, logDet);
            Activate(pass.Batch.Tiles, at.X, constraint.Stretch, hidden, product, logDet);
            Move(at, pass.Batch.Tiles, pass.State, parameters, constraint.Factor, hidden, -1f);
        }
        FoldProduct(pass.Batch.Tiles, at.X, pass.Batch.Layers > pass.FirstLayer, product, logDet);
    }

    /// <summary>
    /// From the last layer to the first. With G = dL/dz_k: dL/dy = l dlog-det/dy + s u_hat'G, dL/du_hat = sum h G,
    /// dL/dw = sum dL/dy z (u_hat fixed), dL/dz_{k-1} = G + w dL/dy.
    /// </summary>
    public static void Backward(Index2D at, FlowBackward pass, int length)
    {
        int dimension = pass.State.Features;
        int stride = LayerStride(dimension);
        ArrayView<float> logDetGradient = pass.LogDetGradient.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        ArrayView<float> slope = pass.Scratch.Row(at.Y, 0);
        ClearUnused(at, pass.ParameterGradient, pass.Batch.Layers * stride, length * stride);
        for (int layer = pass.Batch.Layers - 1; layer >= 0; layer--)
        {
            ParameterView parameters = pass.Batch.Parameters.Skip(layer * stride);
            ParameterView gradient = pass.ParameterGradient.Skip(layer * stride);
            var constraint = PlanarConstraint.Of(parameters, at.Y, at.X, dimension);
            ArrayView<float> hidden = pass.Tape.Row(at.Y, layer);
            Move(at, pass.Batch.Tiles, pass.State, parameters, constraint.Factor, hidden, -1f);
            ProjectShift(at, pass.Batch.Tiles, pass.Gradient, parameters, constraint.Factor, slope);
            float stretchGradient = SlopeBackward(at, pass.Batch.Tiles, constraint.Stretch, hidden, logDetGradient, slope, gradient, dimension);
            PullBack(at, pass.Batch.Tiles, pass.State, pass.Gradient, parameters, gradient, hidden, slope);
            ConstraintBackward(at, constraint, parameters, gradient, stretchGradient, dimension);
        }
    }

    /// <summary>
    /// From the first layer to the last. With G = dL/dz_{k-1} and e = l dlog-det/dy, the adjoint dL/dz_k = J^-T (G + e w) is
    /// G + w dL/dy with dL/dy = (e - s u_hat'G) / det by the Sherman-Morrison formula, which is also what w and b are paired with;
    /// dL/du_hat = -sum h dL/dz_k.
    /// </summary>
    public static void InverseBackward(Index2D at, FlowInverseBackward pass, int length)
    {
        int dimension = pass.State.Features;
        int stride = LayerStride(dimension);
        ArrayView<float> logDetGradient = pass.LogDetGradient.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        ArrayView<float> hidden = pass.Scratch.Row(at.Y, 0);
        ArrayView<float> slope = pass.Scratch.Row(at.Y, 1);
        ClearUnused(at, pass.ParameterGradient, pass.Batch.Layers * stride, length * stride);
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
        {
            ParameterView parameters = pass.Batch.Parameters.Skip(layer * stride);
            ParameterView gradient = pass.ParameterGradient.Skip(layer * stride);
            var constraint = PlanarConstraint.Of(parameters, at.Y, at.X, dimension);
            Preactivate(at, pass.Batch.Tiles, pass.State, parameters, hidden);
            ProjectShift(at, pass.Batch.Tiles, pass.Gradient, parameters, constraint.Factor, slope);
            float stretchGradient = InverseSlopeBackward(at, pass.Batch.Tiles, constraint.Stretch, hidden, logDetGradient, slope, gradient, dimension);
            PushForward(at, pass.Batch.Tiles, pass.State, pass.Gradient, parameters, gradient, hidden, slope);
            Move(at, pass.Batch.Tiles, pass.State, parameters, constraint.Factor, hidden, 1f);
            ConstraintBackward(at, constraint, parameters, gradient, stretchGradient, dimension);
        }
    }

    /// <summary>target = w'z + b.</summary>
    private static void Preactivate(Index2D at, SampleTiles tiles, SampleView state, ParameterView parameters, ArrayView<float> target)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        float bias = parameters.At(at.Y, at.X, 2 * state.Features);
        for (int d = 0; d < state.Features; d++)
        {
            float w = parameters.At(at.Y, at.X, d);
            ArrayView<float> z = state.Row(at.Y, d);
            if (d == 0)
            {
                for (int s = first; s < end; s += step)
                    target[s] = bias + w * z[s];
            }
            else
            {
                for (int s = first; s < end; s += step)
                    target[s] += w * z[s];
            }
        }
    }

    /// <summary>hidden = tanh(hidden); the determinant h^2 + q s goes into the product, or as ln into the log-det.</summary>
    private static void Activate(
        SampleTiles tiles, int tile, float stretch, ArrayView<float> hidden, ArrayView<float> product, ArrayView<float> logDet)
    {
        int first = tiles.First(tile), end = tiles.End(tile), step = tiles.Step;
        for (int s = first; s < end; s += step)
        {
            float h = XMath.Tanh(hidden[s]);
            float determinant = h * h + stretch * ((1f - h) * (1f + h));
            hidden[s] = h;
            if (determinant > LeastFactor && determinant < GreatestFactor)
                product[s] *= determinant;
            else
                logDet[s] += XMath.Log(determinant);
        }
    }

    /// <summary>Adds ln product to the log-det, if there is a product, and starts a new one.</summary>
    private static void FoldProduct(SampleTiles tiles, int tile, bool isStarted, ArrayView<float> product, ArrayView<float> logDet)
    {
        int first = tiles.First(tile), end = tiles.End(tile), step = tiles.Step;
        if (isStarted)
        {
            for (int s = first; s < end; s += step)
                logDet[s] += XMath.Log(product[s]);
        }
        for (int s = first; s < end; s += step)
            product[s] = 1f;
    }

    /// <summary>z += sign u_hat h.</summary>
    private static void Move(
        Index2D at, SampleTiles tiles, SampleView state, ParameterView parameters, float factor, ArrayView<float> hidden, float sign)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int d = 0; d < state.Features; d++)
        {
            float shift = sign * Shift(at, parameters, state.Features, factor, d);
            ArrayView<float> z = state.Row(at.Y, d);
            for (int s = first; s < end; s += step)
                z[s] += shift * hidden[s];
        }
    }

    /// <summary>u_hat_d = u_d + f w_d.</summary>
    private static float Shift(Index2D at, ParameterView parameters, int dimension, float factor, int d) =>
        parameters.At(at.Y, at.X, dimension + d) + factor * parameters.At(at.Y, at.X, d);

    /// <summary>Replaces v = w'z' + b by the root y of y + g tanh(y) = v, g = w'u_hat.</summary>
    private static void Solve(SampleTiles tiles, int tile, float gain, ArrayView<float> values)
    {
        int first = tiles.First(tile), end = tiles.End(tile), step = tiles.Step;
        for (int s = first; s < end; s += step)
            values[s] = Root(values[s], gain);
    }

    /// <summary>
    /// The root y of F(y) = y + g tanh(y) - v for g > -1. F is odd in (y, v), so v > 0 is enough, where the root lies between v - max(g, 0)
    /// and v + max(-g, 0). F is concave there for g > 0 and convex for g &lt; 0: Newton steps from the left, or from the right end,
    /// approach it monotonically. The bracket shrinks with every step and catches steps that rounding throws out of it.
    /// </summary>
    private static float Root(float value, float gain)
    {
        float target = XMath.Abs(value);
        float low = XMath.Max(target - XMath.Max(gain, 0f), 0f);
        float high = target - XMath.Min(gain, 0f);
        float y = gain > 0f ? low : high;
        float change = high - low;
        for (int i = 0; i < NewtonSteps && change > NewtonTolerance * y; i++)
        {
            float h = XMath.Tanh(y);
            float excess = y + gain * h - target;
            if (excess > 0f)
                high = y;
            else
                low = y;
            float next = y - excess / (h * h + (1f + gain) * ((1f - h) * (1f + h)));
            bool inside = next >= low && next <= high;
            next = inside ? next : 0.5f * (low + high);
            change = XMath.Abs(next - y);
            y = next;
        }
        return value < 0f ? -y : y;
    }

    /// <summary>target = u_hat'G.</summary>
    private static void ProjectShift(
        Index2D at, SampleTiles tiles, SampleView gradient, ParameterView parameters, float factor, ArrayView<float> target)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int d = 0; d < gradient.Features; d++)
        {
            float shift = Shift(at, parameters, gradient.Features, factor, d);
            ArrayView<float> g = gradient.Row(at.Y, d);
            if (d == 0)
            {
                for (int s = first; s < end; s += step)
                    target[s] = shift * g[s];
            }
            else
            {
                for (int s = first; s < end; s += step)
                    target[s] += shift * g[s];
            }
        }
    }

    /// <summary>slope: u_hat'G in, dL/dy out. Assigns dL/db and returns dL/dq.</summary>
    private static float SlopeBackward(
        Index2D at, SampleTiles tiles, float stretch, ArrayView<float> hidden, ArrayView<float> logDetGradient, ArrayView<float> slope,
        ParameterView gradient, int dimension)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        float stretchGradient = 0f;
        float biasGradient = 0f;
        float bend = 2f - 2f * stretch;
        for (int s = first; s < end; s += step)
        {
            float h = hidden[s];
            float square = (1f - h) * (1f + h);
            float weight = logDetGradient[s] * square / (h * h + stretch * square);
            float y = bend * h * weight + square * slope[s];
            slope[s] = y;
            stretchGradient += weight;
            biasGradient += y;
        }
        gradient.At(at.Y, at.X, 2 * dimension) = biasGradient;
        return stretchGradient;
    }

    /// <summary>hidden: y in, h out; slope: u_hat'G in, dL/dy out. Assigns dL/db and returns dL/dq.</summary>
    private static float InverseSlopeBackward(
        Index2D at, SampleTiles tiles, float stretch, ArrayView<float> hidden, ArrayView<float> logDetGradient, ArrayView<float> slope,
        ParameterView gradient, int dimension)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        float stretchGradient = 0f;
        float biasGradient = 0f;
        float bend = 2f - 2f * stretch;
        for (int s = first; s < end; s += step)
        {
            float h = XMath.Tanh(hidden[s]);
            float square = (1f - h) * (1f + h);
            float perDeterminant = square / (h * h + stretch * square);
            float weight = logDetGradient[s] * perDeterminant;
            float y = (bend * h * weight - square * slope[s]) / (h * h + stretch * square);
            hidden[s] = h;
            slope[s] = y;
            stretchGradient += weight;
            biasGradient += y;
        }
        gradient.At(at.Y, at.X, 2 * dimension) = biasGradient;
        return stretchGradient;
    }

    /// <summary>Assigns dL/dw (u_hat fixed) and dL/du_hat, then G += w dL/dy.</summary>
    private static void PullBack(
        Index2D at, SampleTiles tiles, SampleView state, SampleView stateGradient, ParameterView parameters, ParameterView gradient,
        ArrayView<float> hidden, ArrayView<float> slope)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int d = 0; d < state.Features; d++)
        {
            float w = parameters.At(at.Y, at.X, d);
            float weightGradient = 0f;
            float shiftGradient = 0f;
            ArrayView<float> z = state.Row(at.Y, d);
            ArrayView<float> g = stateGradient.Row(at.Y, d);
            for (int s = first; s < end; s += step)
            {
                weightGradient += slope[s] * z[s];
                shiftGradient += hidden[s] * g[s];
                g[s] += w * slope[s];
            }
            gradient.At(at.Y, at.X, d) = weightGradient;
            gradient.At(at.Y, at.X, state.Features + d) = shiftGradient;
        }
    }

    /// <summary>G += w dL/dy, then assigns dL/dw (u_hat fixed) and dL/du_hat.</summary>
    private static void PushForward(
        Index2D at, SampleTiles tiles, SampleView state, SampleView stateGradient, ParameterView parameters, ParameterView gradient,
        ArrayView<float> hidden, ArrayView<float> slope)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int d = 0; d < state.Features; d++)
        {
            float w = parameters.At(at.Y, at.X, d);
            float weightGradient = 0f;
            float shiftGradient = 0f;
            ArrayView<float> z = state.Row(at.Y, d);
            ArrayView<float> g = stateGradient.Row(at.Y, d);
            for (int s = first; s < end; s += step)
            {
                float adjoint = g[s] + w * slope[s];
                weightGradient += slope[s] * z[s];
                shiftGradient -= hidden[s] * adjoint;
                g[s] = adjoint;
            }
            gradient.At(at.Y, at.X, d) = weightGradient;
            gradient.At(at.Y, at.X, state.Features + d) = shiftGradient;
        }
    }

    /// <summary>Turns dL/dw (u_hat fixed) and dL/du_hat into dL/dw and dL/du.</summary>
    private static void ConstraintBackward(
        Index2D at, PlanarConstraint constraint, ParameterView parameters, ParameterView gradient, float stretchGradient, int dimension)
    {
        float factorGradient = 0f;
        for (int d = 0; d < dimension; d++)
            factorGradient += gradient.At(at.Y, at.X, dimension + d) * parameters.At(at.Y, at.X, d);
        float alignment = constraint.AlignmentGradient(factorGradient, stretchGradient);
        float norm = 2f * constraint.NormGradient(factorGradient, stretchGradient);
        for (int d = 0; d < dimension; d++)
        {
            float w = parameters.At(at.Y, at.X, d);
            float u = parameters.At(at.Y, at.X, dimension + d);
            float shift = gradient.At(at.Y, at.X, dimension + d);
            gradient.At(at.Y, at.X, d) += constraint.Factor * shift + alignment * u + norm * w;
            gradient.At(at.Y, at.X, dimension + d) = shift + alignment * w;
        }
    }

    /// <summary>Layers that take no part have gradient zero.</summary>
    private static void ClearUnused(Index2D at, ParameterView gradient, int from, int to)
    {
        for (int p = from; p < to; p++)
            gradient.At(at.Y, at.X, p) = 0f;
    }
}
