using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.TestPlugins.BentShears;

/// <summary>The four passes of <see cref="ShearFlow"/>; X = tile, Y = seed. Each walks over layers, then features, then the samples of its tile.</summary>
public static class ShearKernels
{
    /// <summary>Parameters per layer: s, a, b and D - 1 weights.</summary>
    public static int LayerStride(int dimension) => dimension + 2;

    public static void Forward(Index2D at, FlowForward pass)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        ArrayView<float> bend = pass.Scratch.Row(at.Y, 0);
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
        {
            Bend(at, layer, pass.Batch, pass.State, bend);
            Push(at, layer, pass.Batch, pass.State, bend);
            float logScale = LogScale(at, layer, pass.Batch, pass.State.Features);
            for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
                pass.LogDet[at.Y * tiles.Batch + s] += logScale;
        }
    }

    public static void Inverse(Index2D at, FlowInverse pass)
    {
        SampleTiles tiles = pass.Batch.Tiles;
        ArrayView<float> bend = pass.Scratch.Row(at.Y, 0);
        for (int layer = pass.Batch.Layers - 1; layer >= pass.FirstLayer; layer--)
        {
            Bend(at, layer, pass.Batch, pass.State, bend);
            Pull(at, layer, pass.Batch, pass.State, bend);
            float logScale = LogScale(at, layer, pass.Batch, pass.State.Features);
            for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
                pass.LogDet[at.Y * tiles.Batch + s] += logScale;
        }
    }

    public static void Backward(Index2D at, FlowBackward pass, int length)
    {
        ArrayView<float> bend = pass.Scratch.Row(at.Y, 0);
        ClearUnused(at, pass.Batch.Layers, length, pass.State.Features, pass.ParameterGradient);
        for (int layer = pass.Batch.Layers - 1; layer >= 0; layer--)
        {
            Bend(at, layer, pass.Batch, pass.State, bend);
            Pull(at, layer, pass.Batch, pass.State, bend);
            Gradients(at, layer, pass.Batch, pass.State, pass.Gradient, pass.LogDetGradient, pass.ParameterGradient, bend, 1f);
            ScaleGradient(at, layer, pass.Batch, pass.Gradient, XMath.Exp(LogScale(at, layer, pass.Batch, pass.State.Features)));
        }
    }

    /// <summary>With lambda = J^-T dL/dz the formulas are those of <see cref="Backward"/> with the other sign.</summary>
    public static void InverseBackward(Index2D at, FlowInverseBackward pass, int length)
    {
        ArrayView<float> bend = pass.Scratch.Row(at.Y, 0);
        ClearUnused(at, pass.Batch.Layers, length, pass.State.Features, pass.ParameterGradient);
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
        {
            Bend(at, layer, pass.Batch, pass.State, bend);
            ScaleGradient(at, layer, pass.Batch, pass.Gradient, XMath.Exp(-LogScale(at, layer, pass.Batch, pass.State.Features)));
            Gradients(at, layer, pass.Batch, pass.State, pass.Gradient, pass.LogDetGradient, pass.ParameterGradient, bend, -1f);
            Push(at, layer, pass.Batch, pass.State, bend);
        }
    }

    private static float LogScale(Index2D at, int layer, FlowBatch batch, int features) => batch.Parameters.At(at.Y, at.X, layer * LayerStride(features));

    private static float Amplitude(Index2D at, int layer, FlowBatch batch, int features) => batch.Parameters.At(at.Y, at.X, layer * LayerStride(features) + 1);

    /// <summary>The parameter that weights a component in the tanh of a layer with another target.</summary>
    private static int Weight(int layer, int features, int component) =>
        layer * LayerStride(features) + 3 + (component < layer % features ? component : component - 1);

    /// <summary>bend = tanh(b + sum of w_j z_j over all components but the target).</summary>
    private static void Bend(Index2D at, int layer, FlowBatch batch, SampleView state, ArrayView<float> bend)
    {
        SampleTiles tiles = batch.Tiles;
        float bias = batch.Parameters.At(at.Y, at.X, layer * LayerStride(state.Features) + 2);
        for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
            bend[s] = bias;
        for (int d = 0; d < state.Features; d++)
        {
            if (d == layer % state.Features)
                continue;
            float weight = batch.Parameters.At(at.Y, at.X, Weight(layer, state.Features, d));
            ArrayView<float> z = state.Row(at.Y, d);
            for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
                bend[s] += weight * z[s];
        }
        for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
            bend[s] = XMath.Tanh(bend[s]);
    }

    /// <summary>The target on its way forward.</summary>
    private static void Push(Index2D at, int layer, FlowBatch batch, SampleView state, ArrayView<float> bend)
    {
        SampleTiles tiles = batch.Tiles;
        float scale = XMath.Exp(LogScale(at, layer, batch, state.Features)), amplitude = Amplitude(at, layer, batch, state.Features);
        ArrayView<float> z = state.Row(at.Y, layer % state.Features);
        for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
            z[s] = scale * z[s] + amplitude * bend[s];
    }

    /// <summary>The target on its way back.</summary>
    private static void Pull(Index2D at, int layer, FlowBatch batch, SampleView state, ArrayView<float> bend)
    {
        SampleTiles tiles = batch.Tiles;
        float scale = XMath.Exp(-LogScale(at, layer, batch, state.Features)), amplitude = Amplitude(at, layer, batch, state.Features);
        ArrayView<float> z = state.Row(at.Y, layer % state.Features);
        for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
            z[s] = (z[s] - amplitude * bend[s]) * scale;
    }

    /// <summary>
    /// With G the target's gradient, l that of the log-det, h the bend and d = G a (1 - h^2): dL/ds = sum (G e^s z_t + l), dL/da = sum G h, dL/db = sum d,
    /// dL/dw_j = sum d z_j, and G_j += d w_j. Sums go over the tile and are assigned.
    /// </summary>
    private static void Gradients(
        Index2D at, int layer, FlowBatch batch, SampleView state, SampleView gradient, ArrayView<float> logDetGradient, ParameterView parameterGradient,
        ArrayView<float> bend, float sign)
    {
        SampleTiles tiles = batch.Tiles;
        int first = layer * LayerStride(state.Features), target = layer % state.Features;
        float scale = XMath.Exp(LogScale(at, layer, batch, state.Features)), amplitude = Amplitude(at, layer, batch, state.Features);
        ArrayView<float> z = state.Row(at.Y, target), g = gradient.Row(at.Y, target);
        float ofLogScale = 0f, ofAmplitude = 0f, ofBias = 0f;
        for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
        {
            ofLogScale += sign * g[s] * scale * z[s] + logDetGradient[at.Y * tiles.Batch + s];
            ofAmplitude += sign * g[s] * bend[s];
            ofBias += sign * g[s] * amplitude * (1f - bend[s] * bend[s]);
        }
        parameterGradient.At(at.Y, at.X, first) = ofLogScale;
        parameterGradient.At(at.Y, at.X, first + 1) = ofAmplitude;
        parameterGradient.At(at.Y, at.X, first + 2) = ofBias;
        for (int d = 0; d < state.Features; d++)
        {
            if (d == target)
                continue;
            float weight = batch.Parameters.At(at.Y, at.X, Weight(layer, state.Features, d)), ofWeight = 0f;
            ArrayView<float> other = state.Row(at.Y, d), otherGradient = gradient.Row(at.Y, d);
            for (int s = tiles.First(at.X), end = tiles.End(at.X); s < end; s += tiles.Step)
            {
                float slope = sign * g[s] * amplitude * (1f - bend[s] * bend[s]);
                ofWeight += slope * other[s];
                otherGradient[s] += slope * weight;
            }
            parameterGradient.At(at.Y, at.X, Weight(layer, state.Features, d)) = ofWeight;
        }
    }

    private static void ScaleGradient(Index2D at, int layer, FlowBatch batch, SampleView gradient, float factor)
    {
        ArrayView<float> g = gradient.Row(at.Y, layer % gradient.Features);
        for (int s = batch.Tiles.First(at.X), end = batch.Tiles.End(at.X); s < end; s += batch.Tiles.Step)
            g[s] *= factor;
    }

    /// <summary>Layers that take no part have gradient zero.</summary>
    private static void ClearUnused(Index2D at, int layers, int length, int features, ParameterView parameterGradient)
    {
        for (int p = layers * LayerStride(features); p < length * LayerStride(features); p++)
            parameterGradient.At(at.Y, at.X, p) = 0f;
    }
}
