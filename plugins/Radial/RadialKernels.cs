using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Radial;

/// <summary>
/// The four passes of <see cref="RadialFlow"/>; X = tile, Y = seed. Notation: x = z - z0, r = |x|, and g, m of
/// <see cref="RadialStretch"/>, so that z' = z0 + g x; l = dL/dlog-det and G the gradient that comes in.
/// </summary>
public static class RadialKernels
{
    /// <summary>Least alpha and least alpha + beta_hat: bounds every |det| away from 0 and every gradient.</summary>
    public const float Least = 1e-6f;

    private const float SmallestRadius = 1e-18f;

    /// <summary>Parameters per layer: z0, alpha, beta.</summary>
    public static int LayerStride(int dimension) => dimension + 2;

    public static void Forward(Index2D at, FlowForward pass)
    {
        int dimension = pass.State.Features;
        ArrayView<float> logDet = pass.LogDet.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        ArrayView<float> across = pass.Scratch.Row(at.Y, 0);
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
        {
            ParameterView parameters = pass.Batch.Parameters.Skip(layer * LayerStride(dimension));
            ArrayView<float> radius = pass.Tape.Row(at.Y, layer);
            SquaredDistance(at, pass.Batch.Tiles, pass.State, parameters, radius);
            Stretch(at, pass.Batch.Tiles, parameters, dimension, radius, across, logDet);
            Scale(at, pass.Batch.Tiles, pass.State, parameters, across);
        }
    }

    public static void Inverse(Index2D at, FlowInverse pass)
    {
        int dimension = pass.State.Features;
        ArrayView<float> logDet = pass.LogDet.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        ArrayView<float> factor = pass.Scratch.Row(at.Y, 0);
        for (int layer = pass.Batch.Layers - 1; layer >= pass.FirstLayer; layer--)
        {
            ParameterView parameters = pass.Batch.Parameters.Skip(layer * LayerStride(dimension));
            SquaredDistance(at, pass.Batch.Tiles, pass.State, parameters, factor);
            Solve(at, pass.Batch.Tiles, parameters, dimension, factor, logDet);
            Scale(at, pass.Batch.Tiles, pass.State, parameters, factor);
        }
    }

    /// <summary>
    /// From the last layer to the first: dL/dg = G'x + l (D-1) / g, dL/dm = l / m, dL/dr through both, and
    /// dL/dz = g G + x dL/dr / r, dL/dz0 = G - dL/dz.
    /// </summary>
    public static void Backward(Index2D at, FlowBackward pass, int length)
    {
        int dimension = pass.State.Features;
        int stride = LayerStride(dimension);
        ArrayView<float> logDetGradient = pass.LogDetGradient.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        ArrayView<float> product = pass.Scratch.Row(at.Y, 0);
        ArrayView<float> shrink = pass.Scratch.Row(at.Y, 1);
        ClearUnused(at, pass.ParameterGradient, pass.Batch.Layers * stride, length * stride);
        for (int layer = pass.Batch.Layers - 1; layer >= 0; layer--)
        {
            ParameterView parameters = pass.Batch.Parameters.Skip(layer * stride);
            ParameterView gradient = pass.ParameterGradient.Skip(layer * stride);
            ArrayView<float> radius = pass.Tape.Row(at.Y, layer);
            Project(at, pass.Batch.Tiles, pass.State, pass.Gradient, parameters, product);
            StretchBackward(at, pass.Batch.Tiles, parameters, gradient, dimension, radius, product, shrink, logDetGradient);
            PullBack(at, pass.Batch.Tiles, pass.State, pass.Gradient, parameters, gradient, radius, product, shrink);
        }
    }

    /// <summary>
    /// From the first layer to the last. J = g (I - P) + m P with P = x x' / r^2, so the adjoint J^-T (G + l dlog-det/dz) is
    /// G / g + x c with one number c per sample; dL/dz0 = G - adjoint, and g, m enter alpha and p through -x'adjoint and l.
    /// </summary>
    public static void InverseBackward(Index2D at, FlowInverseBackward pass, int length)
    {
        int dimension = pass.State.Features;
        int stride = LayerStride(dimension);
        ArrayView<float> logDetGradient = pass.LogDetGradient.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        ArrayView<float> radius = pass.Scratch.Row(at.Y, 0);
        ArrayView<float> product = pass.Scratch.Row(at.Y, 1);
        ArrayView<float> across = pass.Scratch.Row(at.Y, 2);
        ClearUnused(at, pass.ParameterGradient, pass.Batch.Layers * stride, length * stride);
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
        {
            ParameterView parameters = pass.Batch.Parameters.Skip(layer * stride);
            ParameterView gradient = pass.ParameterGradient.Skip(layer * stride);
            SquaredDistance(at, pass.Batch.Tiles, pass.State, parameters, radius);
            Project(at, pass.Batch.Tiles, pass.State, pass.Gradient, parameters, product);
            AdjointFactors(at, pass.Batch.Tiles, parameters, gradient, dimension, radius, product, across, logDetGradient);
            PushForward(at, pass.Batch.Tiles, pass.State, pass.Gradient, parameters, gradient, radius, product, across);
        }
    }

    private static float Alpha(Index2D at, ParameterView parameters, int dimension) =>
        Least + KernelMath.Softplus(parameters.At(at.Y, at.X, dimension));

    /// <summary>p = alpha + beta_hat.</summary>
    private static float P(Index2D at, ParameterView parameters, int dimension) =>
        Least + KernelMath.Softplus(parameters.At(at.Y, at.X, dimension + 1));

    /// <summary>1 / r, and 0 at the reference point, where the direction x / r that it goes with is no direction.</summary>
    private static float Reciprocal(float radius) => radius > SmallestRadius ? 1f / radius : 0f;

    /// <summary>target = |z - z0|^2.</summary>
    private static void SquaredDistance(Index2D at, SampleTiles tiles, SampleView state, ParameterView parameters, ArrayView<float> target)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int d = 0; d < state.Features; d++)
        {
            float center = parameters.At(at.Y, at.X, d);
            ArrayView<float> z = state.Row(at.Y, d);
            if (d == 0)
            {
                for (int s = first; s < end; s += step)
                    target[s] = (z[s] - center) * (z[s] - center);
            }
            else
            {
                for (int s = first; s < end; s += step)
                    target[s] += (z[s] - center) * (z[s] - center);
            }
        }
    }

    /// <summary>radius: r^2 in, r out; across = g; log-det += (D-1) ln g + ln m.</summary>
    private static void Stretch(
        Index2D at, SampleTiles tiles, ParameterView parameters, int dimension, ArrayView<float> radius, ArrayView<float> across,
        ArrayView<float> logDet)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        float alpha = Alpha(at, parameters, dimension);
        float p = P(at, parameters, dimension);
        for (int s = first; s < end; s += step)
        {
            float r = XMath.Sqrt(radius[s]);
            var stretch = new RadialStretch(alpha, p, r);
            radius[s] = r;
            across[s] = stretch.Across;
            logDet[s] += (dimension - 1) * XMath.Log(stretch.Across) + XMath.Log(stretch.Along);
        }
    }

    /// <summary>
    /// factor: r'^2 in, 1 / g out; adds the log-det. r solves r^2 + (p - r') r - alpha r' = 0; of the two ways to write the positive
    /// root the one is taken that does not subtract.
    /// </summary>
    private static void Solve(
        Index2D at, SampleTiles tiles, ParameterView parameters, int dimension, ArrayView<float> factor, ArrayView<float> logDet)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        float alpha = Alpha(at, parameters, dimension);
        float p = P(at, parameters, dimension);
        for (int s = first; s < end; s += step)
        {
            float image = XMath.Sqrt(factor[s]);
            float half = 0.5f * (image - p);
            float root = XMath.Sqrt(half * half + alpha * image);
            float sum = XMath.Abs(half) + root;
            float r = half > 0f ? sum : alpha * image / sum;
            var stretch = new RadialStretch(alpha, p, r);
            factor[s] = 1f / stretch.Across;
            logDet[s] += (dimension - 1) * XMath.Log(stretch.Across) + XMath.Log(stretch.Along);
        }
    }

    /// <summary>z = z0 + factor (z - z0).</summary>
    private static void Scale(Index2D at, SampleTiles tiles, SampleView state, ParameterView parameters, ArrayView<float> factor)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int d = 0; d < state.Features; d++)
        {
            float center = parameters.At(at.Y, at.X, d);
            ArrayView<float> z = state.Row(at.Y, d);
            for (int s = first; s < end; s += step)
                z[s] = center + factor[s] * (z[s] - center);
        }
    }

    /// <summary>target = G'(z - z0).</summary>
    private static void Project(
        Index2D at, SampleTiles tiles, SampleView state, SampleView stateGradient, ParameterView parameters, ArrayView<float> target)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int d = 0; d < state.Features; d++)
        {
            float center = parameters.At(at.Y, at.X, d);
            ArrayView<float> z = state.Row(at.Y, d);
            ArrayView<float> g = stateGradient.Row(at.Y, d);
            if (d == 0)
            {
                for (int s = first; s < end; s += step)
                    target[s] = g[s] * (z[s] - center);
            }
            else
            {
                for (int s = first; s < end; s += step)
                    target[s] += g[s] * (z[s] - center);
            }
        }
    }

    /// <summary>radius: r in, g out; product: G'(z' - z0) in, dL/dr / r out; shrink = 1 / g. Assigns dL/dalpha and dL/dbeta.</summary>
    private static void StretchBackward(
        Index2D at, SampleTiles tiles, ParameterView parameters, ParameterView gradient, int dimension, ArrayView<float> radius,
        ArrayView<float> product, ArrayView<float> shrink, ArrayView<float> logDetGradient)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        float alpha = Alpha(at, parameters, dimension);
        float p = P(at, parameters, dimension);
        float alphaGradient = 0f;
        float pGradient = 0f;
        for (int s = first; s < end; s += step)
        {
            float r = radius[s];
            var stretch = new RadialStretch(alpha, p, r);
            float inverse = 1f / stretch.Across;
            float across = (product[s] + logDetGradient[s] * (dimension - 1)) * inverse;
            float along = logDetGradient[s] / stretch.Along;
            radius[s] = stretch.Across;
            shrink[s] = inverse;
            product[s] = (across * stretch.AcrossByRadius + along * stretch.AlongByRadius) * Reciprocal(r);
            alphaGradient += stretch.AlphaGradient(across, along);
            pGradient += stretch.PGradient(across, along);
        }
        AssignScalars(at, parameters, gradient, dimension, alphaGradient, pGradient);
    }

    /// <summary>z = z0 + (z' - z0) / g, G = g G + x dL/dr / r; assigns dL/dz0.</summary>
    private static void PullBack(
        Index2D at, SampleTiles tiles, SampleView state, SampleView stateGradient, ParameterView parameters, ParameterView gradient,
        ArrayView<float> across, ArrayView<float> perRadius, ArrayView<float> shrink)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int d = 0; d < state.Features; d++)
        {
            float center = parameters.At(at.Y, at.X, d);
            float centerGradient = 0f;
            ArrayView<float> z = state.Row(at.Y, d);
            ArrayView<float> g = stateGradient.Row(at.Y, d);
            for (int s = first; s < end; s += step)
            {
                float x = (z[s] - center) * shrink[s];
                float pulled = across[s] * g[s] + perRadius[s] * x;
                centerGradient += g[s] - pulled;
                z[s] = center + x;
                g[s] = pulled;
            }
            gradient.At(at.Y, at.X, d) = centerGradient;
        }
    }

    /// <summary>
    /// radius: r^2 in, 1 / g out; product: G'x in, c out; across = g. Assigns dL/dalpha and dL/dbeta. With L' = dlog-det/dr:
    /// c = l L' / (r g) - (x'G + l L' r) g' / (g m r), and x'adjoint = (x'G + l L' r) / m.
    /// </summary>
    private static void AdjointFactors(
        Index2D at, SampleTiles tiles, ParameterView parameters, ParameterView gradient, int dimension, ArrayView<float> radius,
        ArrayView<float> product, ArrayView<float> across, ArrayView<float> logDetGradient)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        float alpha = Alpha(at, parameters, dimension);
        float p = P(at, parameters, dimension);
        float alphaGradient = 0f;
        float pGradient = 0f;
        for (int s = first; s < end; s += step)
        {
            float r = XMath.Sqrt(radius[s]);
            var stretch = new RadialStretch(alpha, p, r);
            float inverse = 1f / stretch.Across;
            float perAcross = logDetGradient[s] * (dimension - 1) * inverse;
            float perAlong = logDetGradient[s] / stretch.Along;
            float bend = perAcross * stretch.AcrossByRadius + perAlong * stretch.AlongByRadius;
            float projected = (product[s] + bend * r) / stretch.Along;
            radius[s] = inverse;
            across[s] = stretch.Across;
            product[s] = (bend - projected * stretch.AcrossByRadius) * inverse * Reciprocal(r);
            alphaGradient += stretch.AlphaGradient(perAcross - projected, perAlong);
            pGradient += stretch.PGradient(perAcross - projected, perAlong);
        }
        AssignScalars(at, parameters, gradient, dimension, alphaGradient, pGradient);
    }

    /// <summary>G = G / g + c x, z' = z0 + g x; assigns dL/dz0.</summary>
    private static void PushForward(
        Index2D at, SampleTiles tiles, SampleView state, SampleView stateGradient, ParameterView parameters, ParameterView gradient,
        ArrayView<float> shrink, ArrayView<float> factor, ArrayView<float> across)
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step;
        for (int d = 0; d < state.Features; d++)
        {
            float center = parameters.At(at.Y, at.X, d);
            float centerGradient = 0f;
            ArrayView<float> z = state.Row(at.Y, d);
            ArrayView<float> g = stateGradient.Row(at.Y, d);
            for (int s = first; s < end; s += step)
            {
                float x = z[s] - center;
                float adjoint = g[s] * shrink[s] + factor[s] * x;
                centerGradient += g[s] - adjoint;
                z[s] = center + across[s] * x;
                g[s] = adjoint;
            }
            gradient.At(at.Y, at.X, d) = centerGradient;
        }
    }

    private static void AssignScalars(
        Index2D at, ParameterView parameters, ParameterView gradient, int dimension, float alphaGradient, float pGradient)
    {
        gradient.At(at.Y, at.X, dimension) = alphaGradient * KernelMath.Sigmoid(parameters.At(at.Y, at.X, dimension));
        gradient.At(at.Y, at.X, dimension + 1) = pGradient * KernelMath.Sigmoid(parameters.At(at.Y, at.X, dimension + 1));
    }

    /// <summary>Layers that take no part have gradient zero.</summary>
    private static void ClearUnused(Index2D at, ParameterView gradient, int from, int to)
    {
        for (int p = from; p < to; p++)
            gradient.At(at.Y, at.X, p) = 0f;
    }
}
