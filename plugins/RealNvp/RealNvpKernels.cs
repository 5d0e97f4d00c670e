using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Networks;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.RealNvp;

/// <summary>
/// The four passes of <see cref="RealNvpFlow"/>; X = tile, Y = seed, l = dL/dlog-det. A coupling leaves the part that conditions it in place:
/// it can be undone, and its gradients taken, at its output as well as its input.
/// </summary>
public static class RealNvpKernels
{
    public static void Forward<TNetwork>(Index2D at, FlowForward pass, RealNvpLayers<TNetwork> layers)
        where TNetwork : unmanaged, IConditionerKernel
    {
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
        {
            layers.Evaluate(at, layer, pass.Batch, pass.State, pass.Scratch);
            Push(at, layer, pass.Batch.Tiles, layers, pass.State, pass.Scratch);
            AddLogDet(at, layer, pass.Batch.Tiles, layers, pass.Scratch, pass.LogDet);
        }
    }

    public static void Inverse<TNetwork>(Index2D at, FlowInverse pass, RealNvpLayers<TNetwork> layers)
        where TNetwork : unmanaged, IConditionerKernel
    {
        for (int layer = pass.Batch.Layers - 1; layer >= pass.FirstLayer; layer--)
        {
            layers.Evaluate(at, layer, pass.Batch, pass.State, pass.Scratch);
            Pull(at, layer, pass.Batch.Tiles, layers, pass.State, pass.Scratch);
            AddLogDet(at, layer, pass.Batch.Tiles, layers, pass.Scratch, pass.LogDet);
        }
    }

    /// <summary>With G = dL/dz'_b: dL/dt = G, dL/ds = G e^s z_b + l, dL/dz_b = G e^s.</summary>
    public static void Backward<TNetwork>(Index2D at, FlowBackward pass, RealNvpLayers<TNetwork> layers)
        where TNetwork : unmanaged, IConditionerKernel
    {
        ClearUnused(at, pass.ParameterGradient, layers.Shape.Offset(pass.Batch.Layers), layers.Shape.Offset(layers.Shape.Length));
        ClearUnused(at, pass.ContextGradient, layers.Shape.ContextOffset(pass.Batch.Layers), layers.Shape.ContextOffset(layers.Shape.Length));
        for (int layer = pass.Batch.Layers - 1; layer >= 0; layer--)
        {
            layers.Evaluate(at, layer, pass.Batch, pass.State, pass.Scratch);
            Pull(at, layer, pass.Batch.Tiles, layers, pass.State, pass.Scratch);
            for (int i = 0; i < layers.Shape.Moved(layer); i++)
                CouplingBackward(at, layer, i, layers, pass);
            layers.NetworkBackward(at, layer, pass.Batch, pass.Gradient, pass.Scratch, pass.ParameterGradient, pass.ContextGradient);
        }
    }

    /// <summary>With G = dL/dz_b: dL/dz'_b = G e^-s = lambda, dL/dt = -lambda, dL/ds = l - lambda e^s z_b = l - G z_b.</summary>
    public static void InverseBackward<TNetwork>(Index2D at, FlowInverseBackward pass, RealNvpLayers<TNetwork> layers)
        where TNetwork : unmanaged, IConditionerKernel
    {
        ClearUnused(at, pass.ParameterGradient, layers.Shape.Offset(pass.Batch.Layers), layers.Shape.Offset(layers.Shape.Length));
        ClearUnused(at, pass.ContextGradient, layers.Shape.ContextOffset(pass.Batch.Layers), layers.Shape.ContextOffset(layers.Shape.Length));
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
        {
            layers.Evaluate(at, layer, pass.Batch, pass.State, pass.Scratch);
            for (int i = 0; i < layers.Shape.Moved(layer); i++)
                InverseCouplingBackward(at, layer, i, layers, pass);
            Push(at, layer, pass.Batch.Tiles, layers, pass.State, pass.Scratch);
            layers.NetworkBackward(at, layer, pass.Batch, pass.Gradient, pass.Scratch, pass.ParameterGradient, pass.ContextGradient);
        }
    }

    /// <summary>z_b = e^s z_b + t.</summary>
    private static void Push<TNetwork>(Index2D at, int layer, SampleTiles tiles, RealNvpLayers<TNetwork> layers, SampleView state, SampleView scratch)
        where TNetwork : unmanaged, IConditionerKernel
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step, moved = layers.Shape.Moved(layer);
        SampleRows outputs = layers.Outputs(layer, scratch);
        for (int i = 0; i < moved; i++)
        {
            ArrayView<float> z = layers.MovedRow(at, layer, state, i), scale = outputs.Row(at.Y, i), shift = outputs.Row(at.Y, moved + i);
            for (int s = first; s < end; s += step)
                z[s] = z[s] * XMath.Exp(scale[s]) + shift[s];
        }
    }

    /// <summary>z_b = e^-s (z_b - t).</summary>
    private static void Pull<TNetwork>(Index2D at, int layer, SampleTiles tiles, RealNvpLayers<TNetwork> layers, SampleView state, SampleView scratch)
        where TNetwork : unmanaged, IConditionerKernel
    {
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step, moved = layers.Shape.Moved(layer);
        SampleRows outputs = layers.Outputs(layer, scratch);
        for (int i = 0; i < moved; i++)
        {
            ArrayView<float> z = layers.MovedRow(at, layer, state, i), scale = outputs.Row(at.Y, i), shift = outputs.Row(at.Y, moved + i);
            for (int s = first; s < end; s += step)
                z[s] = (z[s] - shift[s]) * XMath.Exp(-scale[s]);
        }
    }

    private static void AddLogDet<TNetwork>(Index2D at, int layer, SampleTiles tiles, RealNvpLayers<TNetwork> layers, SampleView scratch, ArrayView<float> logDet)
        where TNetwork : unmanaged, IConditionerKernel
    {
        ArrayView<float> sums = logDet.SubView(at.Y * scratch.Batch, scratch.Batch);
        for (int i = 0; i < layers.Shape.Moved(layer); i++)
            RealNvpRows.Add(at, tiles, layers.Outputs(layer, scratch).Row(at.Y, i), sums);
    }

    /// <summary>Gradients of moved component <paramref name="index"/>, whose state is z_b again.</summary>
    private static void CouplingBackward<TNetwork>(Index2D at, int layer, int index, RealNvpLayers<TNetwork> layers, FlowBackward pass)
        where TNetwork : unmanaged, IConditionerKernel
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step, moved = layers.Shape.Moved(layer);
        float bound = layers.Shape.ScaleBound;
        ArrayView<float> logDetGradient = pass.LogDetGradient.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        ArrayView<float> z = layers.MovedRow(at, layer, pass.State, index), g = layers.MovedRow(at, layer, pass.Gradient, index);
        ArrayView<float> scale = layers.Outputs(layer, pass.Scratch).Row(at.Y, index);
        ArrayView<float> rawGradient = layers.OutputGradients(layer, pass.Scratch).Row(at.Y, index);
        ArrayView<float> shiftGradient = layers.OutputGradients(layer, pass.Scratch).Row(at.Y, moved + index);
        for (int s = first; s < end; s += step)
        {
            float share = scale[s] / bound;
            float scaled = g[s] * XMath.Exp(scale[s]);
            shiftGradient[s] = g[s];
            rawGradient[s] = (scaled * z[s] + logDetGradient[s]) * ((1f - share) * (1f + share));
            g[s] = scaled;
        }
    }

    /// <summary>Gradients of moved component <paramref name="index"/>, whose state is still z_b.</summary>
    private static void InverseCouplingBackward<TNetwork>(Index2D at, int layer, int index, RealNvpLayers<TNetwork> layers, FlowInverseBackward pass)
        where TNetwork : unmanaged, IConditionerKernel
    {
        SampleTiles tiles = pass.Batch.Tiles;
        int first = tiles.First(at.X), end = tiles.End(at.X), step = tiles.Step, moved = layers.Shape.Moved(layer);
        float bound = layers.Shape.ScaleBound;
        ArrayView<float> logDetGradient = pass.LogDetGradient.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        ArrayView<float> z = layers.MovedRow(at, layer, pass.State, index), g = layers.MovedRow(at, layer, pass.Gradient, index);
        ArrayView<float> scale = layers.Outputs(layer, pass.Scratch).Row(at.Y, index);
        ArrayView<float> rawGradient = layers.OutputGradients(layer, pass.Scratch).Row(at.Y, index);
        ArrayView<float> shiftGradient = layers.OutputGradients(layer, pass.Scratch).Row(at.Y, moved + index);
        for (int s = first; s < end; s += step)
        {
            float share = scale[s] / bound;
            float adjoint = g[s] * XMath.Exp(-scale[s]);
            shiftGradient[s] = -adjoint;
            rawGradient[s] = (logDetGradient[s] - g[s] * z[s]) * ((1f - share) * (1f + share));
            g[s] = adjoint;
        }
    }

    /// <summary>Layers that take no part have gradient zero.</summary>
    private static void ClearUnused(Index2D at, ParameterView gradient, int from, int to)
    {
        for (int p = from; p < to; p++)
            gradient.At(at.Y, at.X, p) = 0f;
    }
}
